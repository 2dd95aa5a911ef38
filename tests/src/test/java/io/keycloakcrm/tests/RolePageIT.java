package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keycloak's own role pages take no data scope that cannot be read; what comes in past them is reported. */
@WithKeycloak
final class RolePageIT {

    private final RealmApi realm;
    private final Crm crm;

    RolePageIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
    }

    @Test
    void refusesAScopeThatCannotBeRead() {
        JsonNode role = realm.get("roles/finance").expect(200).json();

        ApiResponse answer = realm.put(
                "roles-by-id/" + role.path("id").asText(),
                Map.of("name", "finance", "attributes", Map.of("crm.scope.order", List.of("everything"))));

        answer.expect(400);
        assertThat(answer.json().path("field").asText()).isEqualTo("crm.scope.order");
        assertThat(answer.code()).startsWith("crm.scope.order: everything: the level at character 1");
        assertThat(answer.json().path("params").path(0).asText()).isEqualTo("crm.access.scope-level-unknown");
        assertThat(realm.get("roles/finance").json().path("attributes"))
                .isEqualTo(realm.get("roles-by-id/" + role.path("id").asText())
                        .json()
                        .path("attributes"));
        assertThat(role("finance").path("scopes").path("order").path(0).asText())
                .isEqualTo("all");
    }

    @Test
    void refusesAKeyThatIsNone() {
        ApiResponse answer =
                realm.post("roles", Map.of("name", "odd", "attributes", Map.of("crm.scope.a b", List.of("self"))));

        answer.expect(400);
        realm.get("roles/odd").expect(404);
    }

    @Test
    void refusesAScopeThatIsTooLong() {
        String regions = "r".repeat(300);

        realm.post(
                        "roles",
                        Map.of("name", "long", "attributes", Map.of("crm.scope.*", List.of("self;regions=" + regions))))
                .expect(400);
    }

    @Test
    void takesOneThatCanBe() {
        realm.post(
                        "roles",
                        Map.of(
                                "name",
                                "fine",
                                "attributes",
                                Map.of("crm.scope.*", List.of("self"), "note", List.of("x=;"))))
                .expect(201);

        assertThat(role("fine").path("scopes").path("*").path(0).asText()).isEqualTo("self");
    }

    @Test
    void whatAnImportBringsIsReportedBySetupAndTheMatrix() {
        realm.importRole("broken", Map.of("crm.scope.customer", List.of("departmnt")));

        JsonNode setup = realm.get("crm/setup").expect(200).json();

        JsonNode problem = setup.path("problems").path(0);
        assertThat(setup.path("complete").asBoolean()).isTrue();
        assertThat(problem.path("role").asText()).isEqualTo("broken");
        assertThat(problem.path("attribute").asText()).isEqualTo("crm.scope.customer");
        assertThat(problem.path("code").asText()).isEqualTo("crm.access.scope-level-unknown");
        assertThat(problem.path("position").asInt()).isEqualTo(1);
        assertThat(role("broken").path("problems")).isEqualTo(setup.path("problems"));
    }

    @Test
    void aModuleThatNoPermissionNamesIsReported() {
        RealmApi other = crm.newRealm();
        other.post(
                        "roles",
                        Map.of(
                                "name",
                                "typist",
                                "attributes",
                                Map.of(
                                        "crm.scope.Customer",
                                        List.of("all"),
                                        "crm.scope.customer:edit",
                                        List.of("all"))))
                .expect(201);
        String id = other.post("crm/staff", Map.of("email", "one@acme.example", "roles", List.of("typist")))
                .expect(201)
                .json()
                .path("id")
                .asText();

        JsonNode problems = other.get("crm/setup").expect(200).json().path("problems");

        assertThat(problems).hasSize(1);
        assertThat(problems.path(0).path("code").asText()).isEqualTo("crm.access.scope-module-unknown");
        assertThat(problems.path(0).path("attribute").asText()).isEqualTo("crm.scope.Customer");
        assertThat(other.get("crm/staff/" + id + "/access").expect(200).json().path("problems"))
                .isEqualTo(problems);
    }

    private JsonNode role(String name) {
        return RoleMatrix.of(realm).role(name);
    }
}
