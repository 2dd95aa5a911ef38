package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With fine-grained permissions an administrator of the realm makes roles as strong as those that he may grant. */
@WithKeycloak
final class FineGrainedRoleLawIT {

    private final RealmApi realm;
    private final Crm crm;
    private RealmApi limited;

    FineGrainedRoleLawIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
        this.limited = realm;
    }

    @BeforeAll
    void letSomebodyGrantTwoRoles() {
        realm.put("crm/roles/junior", Map.of("scopes", Map.of("customer", "self;regions=east")))
                .expect(201);
        crm.admin()
                .put("/admin/realms/" + realm.name(), Map.of("adminPermissionsEnabled", true))
                .expect(204);
        limited = realm.asNewAdmin("manage-realm", "query-users");
        String admin =
                realm.get("users?emailVerified=true").json().path(0).path("id").asText();
        realm.post(authorization() + "policy/user", Map.of("name", "the-limited-one", "users", List.of(admin)))
                .expect(201);
        permit("grants-to-anybody", "Users", "map-roles", List.of());
        permit("grants-two-roles", "Roles", "map-role", List.of(id("junior"), id("sales-rep")));
    }

    @Test
    void putsInWhatHeMayGrant() {
        limited.put("crm/roles/junior", Map.of("composites", List.of("sales-rep")))
                .expect(200);
    }

    @Test
    void putsInNothingElse() {
        assertThat(limited.put("crm/roles/junior", Map.of("composites", List.of("finance")))
                        .expect(403)
                        .code())
                .isEqualTo("crm.access.role-not-grantable");
    }

    @Test
    void widensNoFurtherThanTheWidestOfThem() {
        limited.put("crm/roles/junior", Map.of("scopes", Map.of("customer", "self")))
                .expect(200);

        assertThat(limited.put("crm/roles/junior", Map.of("scopes", Map.of("customer", "all")))
                        .expect(403)
                        .code())
                .isEqualTo("crm.access.scope-too-wide");
    }

    @Test
    void strengthensNoRoleThatHeMayNotGrant() {
        assertThat(limited.put("crm/roles/finance", Map.of("composites", List.of("sales-rep")))
                        .expect(403)
                        .code())
                .isEqualTo("crm.access.role-not-yours");
    }

    private String authorization() {
        return "clients/" + realm.clientUuid("admin-permissions") + "/authz/resource-server/";
    }

    private void permit(String name, String type, String scope, List<String> resources) {
        realm.post(
                        authorization() + "permission/scope",
                        Map.of(
                                "name",
                                name,
                                "resourceType",
                                type,
                                "resources",
                                resources,
                                "scopes",
                                List.of(scope),
                                "policies",
                                List.of("the-limited-one")))
                .expect(201);
    }

    private String id(String role) {
        JsonNode found = realm.get("roles/" + role).expect(200).json();
        return found.path("id").asText();
    }
}
