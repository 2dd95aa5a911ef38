package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.FineGrainedAdmin;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On Keycloak's own user page a person's data scope is held to its form, and to what the administrator may confer. */
@WithKeycloak
final class DataScopeLawIT {

    private final RealmApi realm;
    private String person = "";
    private RealmApi limited;

    DataScopeLawIT(Crm crm) {
        this.realm = crm.newRealm();
        this.limited = realm;
    }

    @BeforeAll
    void letSomebodyManageAMemberWithoutGrantingHimAnything() {
        person = person("held", "sales-rep");
        limited = FineGrainedAdmin.appointed(realm, "query-users")
                .may("manages-one-member", "Users", List.of(person), "view", "manage")
                .as();
    }

    @Test
    void isNotWidenedByWhoMayNotGrantRoles() {
        ApiResponse answer = write(limited, person, "customer=all");

        assertThat(answer.expect(400).code()).isEqualTo("crm.access.scope-too-wide");
        assertThat(answer.json().path("field").asText()).isEqualTo("dataScope");
    }

    @Test
    void isNarrowedByHimButNotFreedFromARestraint() {
        String id = person;
        write(limited, id, "order=self;regions=east").expect(204);

        assertThat(write(limited, id).expect(400).code()).isEqualTo("crm.access.scope-too-wide");
        write(realm, id).expect(204);
    }

    @Test
    void isNotLostByLeavingItOut() {
        String id = restrained();
        ObjectNode user = (ObjectNode) limited.get("users/" + id).expect(200).json();
        user.withObject("/attributes").remove("dataScope");

        assertThat(limited.put("users/" + id, user).expect(400).code()).isEqualTo("crm.access.scope-too-wide");
    }

    private String restrained() {
        write(limited, person, "order=self;regions=east").expect(204);
        return person;
    }

    @Test
    void doesNotStandInTheWayOfOtherChanges() {
        ObjectNode user =
                (ObjectNode) limited.get("users/" + person).expect(200).json();

        limited.put("users/" + person, user.put("firstName", "Changed")).expect(204);
    }

    @Test
    void isWidenedByWhoMayGrantEveryRole() {
        write(realm.asNewAdmin("manage-users"), person("free", "sales-rep"), "customer=all")
                .expect(204);
    }

    @Test
    void isRefusedWhereItCannotBeRead() {
        String id = person("typist", "sales-rep");

        ApiResponse answer = write(realm, id, "customer=departmnt");

        assertThat(answer.expect(400).code()).isEqualTo("crm.access.scope-level-unknown");
        assertThat(answer.json().path("field").asText()).isEqualTo("dataScope");
        assertThat(write(realm, id, "customer=custom;departments=nowhere")
                        .expect(400)
                        .code())
                .isEqualTo("crm.access.department-unknown");
    }

    private String person(String name, String role) {
        return realm.post("crm/staff", Map.of("email", name + "@acme.example", "roles", List.of(role)))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static ApiResponse write(RealmApi administrator, String id, String... scopes) {
        ObjectNode user =
                (ObjectNode) administrator.get("users/" + id).expect(200).json();
        ArrayNode values = user.withObject("/attributes").putArray("dataScope");
        List.of(scopes).forEach(values::add);
        return administrator.put("users/" + id, user);
    }
}
