package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Nobody confers through the matrix what he may not grant: not what a role brings along through composites (the shape of
 * CVE-2026-94000), and no wider data scope than a role that he may grant has.
 */
@WithKeycloak
final class RoleLawIT {

    private final RealmApi realm;

    RoleLawIT(Crm crm) {
        this.realm = crm.newRealm();
    }

    @Nested
    final class AdministrativeRoles {

        @Test
        void comeIntoNoCrmRoleWhoeverAsks() {
            String name = adminComposite();

            assertThat(realm.put("crm/roles/sales-rep", Map.of("composites", List.of(name)))
                            .expect(400)
                            .code())
                    .isEqualTo("crm.access.role-unknown");
            assertThat(realm.put("crm/roles/" + name, Map.of("scopes", Map.of("*", "self")))
                            .expect(403)
                            .code())
                    .isEqualTo("crm.access.role-administrative");
        }

        @Test
        void areFoundThroughCompositesOfCrmRoles() {
            String boss = newRole();
            JsonNode harmless = realm.compositeOf("harmless-" + boss, "realm-admin");
            realm.post("roles/" + boss + "/composites", List.of(harmless)).expect(204);

            ApiResponse answer = realm.put("crm/roles/" + newRole(), Map.of("composites", List.of(boss)));

            assertThat(answer.expect(403).code()).isEqualTo("crm.access.role-administrative");
            assertThat(problems(boss)).containsExactly("crm.access.role-administers");
        }

        private String adminComposite() {
            String name = "admin-" + UUID.randomUUID();
            realm.compositeOf(name, "manage-users");
            return name;
        }
    }

    @Nested
    final class AnAdministratorOfTheRealmWhoMayGrantNothing {

        private final RealmApi limited = realm.asNewAdmin("manage-realm", "manage-clients");

        @Test
        void putsNoPermissionIntoARole() {
            String role = newRole();

            ApiResponse answer =
                    limited.put("crm/roles/" + role, Map.of("permissions", Map.of("customer", List.of("export"))));

            assertThat(answer.expect(403).code()).isEqualTo("crm.access.role-not-grantable");
            assertThat(realm.get("roles/" + role + "/composites").json()).isEmpty();
        }

        @Test
        void putsNoRoleIntoARole() {
            assertThat(limited.put("crm/roles/" + newRole(), Map.of("composites", List.of("finance")))
                            .expect(403)
                            .code())
                    .isEqualTo("crm.access.role-not-grantable");
        }

        @Test
        void widensNoScope() {
            assertThat(limited.put("crm/roles/" + newRole(), Map.of("scopes", Map.of("*", "all")))
                            .expect(403)
                            .code())
                    .isEqualTo("crm.access.scope-too-wide");
        }

        @Test
        void makesNoRoleOutOfNothingEither() {
            String name = "new-" + UUID.randomUUID();

            limited.put("crm/roles/" + name, Map.of("scopes", Map.of("*", "all")))
                    .expect(403);

            realm.get("roles/" + name).expect(404);
        }

        @Test
        void narrowsAndNamesAndTakesAway() {
            String role = newRole();
            realm.put(
                            "crm/roles/" + role,
                            Map.of(
                                    "permissions",
                                    Map.of("customer", List.of("view", "export")),
                                    "scopes",
                                    Map.of("*", "department")))
                    .expect(200);

            limited.put(
                            "crm/roles/" + role,
                            Map.of(
                                    "labels", Map.of("en", "Narrow"),
                                    "scopes", Map.of("*", "department;regions=east"),
                                    "permissions", Map.of("customer", List.of("view"))))
                    .expect(200);
        }
    }

    @Nested
    final class AnAdministratorOfUsers {

        @Test
        void writesNoRole() {
            realm.asNewAdmin("manage-users")
                    .put("crm/roles/" + newRole(), Map.of("labels", Map.of("en", "Mine")))
                    .expect(403);
        }
    }

    private String newRole() {
        String name = "role-" + UUID.randomUUID();
        realm.put("crm/roles/" + name, Map.of("scopes", Map.of("*", "self"))).expect(201);
        return name;
    }

    private List<String> problems(String role) {
        for (JsonNode one : realm.get("crm/roles?max=500").expect(200).json().path("items")) {
            if (one.path("name").asText().equals(role)) {
                return one.path("problems").findValuesAsText("code");
            }
        }
        throw new AssertionError("no role " + role);
    }
}
