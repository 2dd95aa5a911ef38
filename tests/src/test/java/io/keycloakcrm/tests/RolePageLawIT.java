package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.FineGrainedAdmin;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Keycloak's own role pages, its partial import and the matrix hold administrators to one and the same law of rights. */
@WithKeycloak
final class RolePageLawIT {

    private final RealmApi realm;
    private final Crm crm;

    RolePageLawIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
    }

    @Nested
    final class AnAdministratorOfTheRealmWhoMayGrantNothing {

        private final RealmApi limited = realm.asNewAdmin("manage-realm", "manage-clients");

        @Test
        void putsNoRoleIntoACrmRole() {
            String role = crmRole("self");

            refused(compose(limited, role, role("finance")), "crm.access.role-not-grantable");

            assertThat(composites(role)).isEmpty();
        }

        @Test
        void putsNoneIntoItByItsIdEither() {
            String role = crmRole("self");

            refused(
                    limited.post("roles-by-id/" + id(role) + "/composites", List.of(role("finance"))),
                    "crm.access.role-not-grantable");

            assertThat(composites(role)).isEmpty();
        }

        @Test
        void putsNoPermissionIntoACrmRole() {
            String role = crmRole("self");
            JsonNode export = realm.get("clients/" + realm.clientUuid("crm") + "/roles/customer:export")
                    .expect(200)
                    .json();

            refused(compose(limited, role, export), "crm.access.role-not-grantable");
        }

        @Test
        void putsNoCrmRoleIntoTheRoleThatEverybodyHas() {
            refused(
                    compose(limited, "default-roles-" + realm.name(), role("finance")),
                    "crm.access.role-not-grantable");
        }

        @Test
        void putsNoneInByWayOfAnother() {
            String wrapper = plainRole();
            compose(realm, wrapper, role("finance")).expect(204);

            refused(compose(limited, crmRole("self"), role(wrapper)), "crm.access.role-not-grantable");
            refused(compose(limited, plainRole(), role(wrapper)), "crm.access.role-not-grantable");
        }

        @Test
        void widensNoScope() {
            String role = crmRole("self");

            refused(edit(limited, role, scopes -> scope(scopes, "*", "all")), "crm.access.scope-too-wide");

            assertThat(matrix(role).path("scopes").path("*").path(0).asText()).isEqualTo("self");
        }

        @Test
        void writesNoFirstScope() {
            String role = crmRole("self");

            refused(edit(limited, role, scopes -> scope(scopes, "order", "all")), "crm.access.scope-too-wide");
        }

        @Test
        void deletesNoScopeBehindWhichAWiderOneWaits() {
            String role = crmRole("all");
            realm.put("crm/roles/" + role, Map.of("scopes", Map.of("customer", "self")))
                    .expect(200);

            refused(
                    edit(limited, role, attributes -> attributes.remove("crm.scope.customer")),
                    "crm.access.scope-too-wide");

            assertThat(matrix(role).path("scopes").path("customer").path(0).asText())
                    .isEqualTo("self");
        }

        @Test
        void deletesNoneThatCannotBeReadAndHidesAWiderOne() {
            String role = "hidden-" + UUID.randomUUID();
            realm.importRole(role, Map.of("crm.scope.*", List.of("all"), "crm.scope.customer", List.of("departmnt")));

            refused(
                    edit(limited, role, attributes -> attributes.remove("crm.scope.customer")),
                    "crm.access.scope-too-wide");
        }

        @Test
        void narrowsAndRenamesAndDeletes() {
            String role = crmRole("department");
            realm.put("crm/roles/" + role, Map.of("scopes", Map.of("customer", "department")))
                    .expect(200);

            edit(limited, role, attributes -> {
                        scope(attributes, "*", "department;regions=east");
                        attributes.putArray("crm.label.en").add("Narrow");
                    })
                    .expect(204);
            edit(limited, role, attributes -> attributes.remove("crm.scope.customer"))
                    .expect(204);
            edit(limited, role, attributes -> attributes.remove("crm.scope.*")).expect(204);
        }

        @Test
        void isAskedAboutTheOutcomeAndNotAboutTheStepsToIt() {
            String role = crmRole("self");
            realm.put("crm/roles/" + role, Map.of("scopes", Map.of("customer", "all", "customer:edit", "self")))
                    .expect(200);

            edit(limited, role, attributes -> {
                        attributes.remove("crm.scope.customer");
                        attributes.remove("crm.scope.customer:edit");
                        attributes.putArray("note").add("x");
                    })
                    .expect(204);
        }

        @Test
        void makesNoRoleOutOfNothing() {
            String name = "new-" + UUID.randomUUID();

            refused(
                    limited.post("roles", Map.of("name", name, "attributes", Map.of("crm.scope.*", List.of("all")))),
                    "crm.access.scope-too-wide");
            refused(
                    limited.post(
                            "roles",
                            Map.of("name", name, "composite", true, "composites", Map.of("realm", List.of("finance")))),
                    "crm.access.role-not-grantable");

            realm.get("roles/" + name).expect(404);
        }

        @Test
        void importsNoneEither() {
            String name = "imported-" + UUID.randomUUID();

            refused(
                    importing(
                            limited, "FAIL", Map.of("name", name, "attributes", Map.of("crm.scope.*", List.of("all")))),
                    "crm.access.scope-too-wide");
            refused(
                    importing(
                            limited,
                            "FAIL",
                            Map.of("name", name, "composite", true, "composites", Map.of("realm", List.of("finance")))),
                    "crm.access.role-not-grantable");

            realm.get("roles/" + name).expect(404);
        }

        @Test
        void overwritesNoneWithAWiderOne() {
            String role = crmRole("self");

            refused(
                    importing(
                            limited,
                            "OVERWRITE",
                            Map.of("name", role, "attributes", Map.of("crm.scope.*", List.of("all")))),
                    "crm.access.scope-too-wide");

            assertThat(matrix(role).path("scopes").path("*").path(0).asText()).isEqualTo("self");
        }

        @Test
        void turnsNoOtherRoleIntoACrmRole() {
            String role = plainRole();

            refused(
                    edit(
                            limited,
                            role,
                            attributes -> attributes.putArray("crm.label.en").add("Mine")),
                    "crm.access.role-not-grantable");
        }

        @Test
        void doesWithOtherRolesAsHeLikes() {
            String role = plainRole();
            String part = plainRole();

            compose(limited, role, role(part)).expect(204);
            edit(limited, role, attributes -> attributes.putArray("note").add("anything"))
                    .expect(204);
            importing(limited, "FAIL", Map.of("name", "plain-" + UUID.randomUUID()))
                    .expect(200);
            limited.delete("roles/" + role).expect(204);
        }

        @Test
        void takesRolesOut() {
            String role = crmRole("self");
            compose(realm, role, role("finance")).expect(204);

            limited.client()
                    .delete(limited.path("roles/" + role + "/composites"), List.of(role("finance")))
                    .expect(204);

            assertThat(composites(role)).isEmpty();
        }

        @Test
        void readsWhyInHisLanguage() {
            ApiResponse answer = compose(limited, crmRole("self"), role("finance"));

            assertThat(answer.code()).startsWith("You may not put finance into a role");
        }
    }

    @Nested
    final class WhoMayGrantEverything {

        @Test
        void isNotHindered() {
            String role = crmRole("self");
            for (RealmApi free :
                    List.of(realm, realm.asNewAdmin("realm-admin"), realm.asNewAdmin("manage-realm", "manage-users"))) {
                compose(free, role, role("finance")).expect(204);
                edit(free, role, attributes -> scope(attributes, "*", "all")).expect(204);
                edit(free, role, attributes -> scope(attributes, "*", "self")).expect(204);
                compose(free, "default-roles-" + realm.name(), role(crmRole("self")))
                        .expect(204);
                importing(
                                free,
                                "OVERWRITE",
                                Map.of(
                                        "name",
                                        role,
                                        "attributes",
                                        Map.of("crm.scope.*", List.of("all")),
                                        "composite",
                                        true,
                                        "composites",
                                        Map.of("realm", List.of("finance"))))
                        .expect(200);
            }
        }

        @Test
        void stillComposesRolesThatAdministerTheRealm() {
            RealmApi admin = realm.asNewAdmin("realm-admin");
            JsonNode manageUsers = realm.get("clients/" + realm.clientUuid("realm-management") + "/roles/manage-users")
                    .expect(200)
                    .json();

            compose(admin, crmRole("self"), manageUsers).expect(204);
        }
    }

    @Nested
    final class WithFineGrainedPermissions {

        @Test
        void rolesBecomeAsStrongAsThoseThatMayBeGranted() {
            RealmApi finely = crm.newRealm();
            finely.put("crm/roles/junior", Map.of("scopes", Map.of("customer", "self;regions=east")))
                    .expect(201);
            RealmApi limited = FineGrainedAdmin.appointed(finely, "manage-realm", "query-users")
                    .may("grants-to-anybody", "Users", List.of(), "map-roles")
                    .may(
                            "grants-two-roles",
                            "Roles",
                            List.of(
                                    role(finely, "junior").path("id").asText(),
                                    role(finely, "sales-rep").path("id").asText()),
                            "map-role")
                    .as();

            compose(limited, "junior", role(finely, "sales-rep")).expect(204);
            edit(limited, "junior", attributes -> scope(attributes, "customer", "self"))
                    .expect(204);
            refused(compose(limited, "junior", role(finely, "finance")), "crm.access.role-not-grantable");
            refused(
                    edit(limited, "junior", attributes -> scope(attributes, "customer", "all")),
                    "crm.access.scope-too-wide");
            refused(compose(limited, "finance", role(finely, "sales-rep")), "crm.access.role-not-yours");
        }

        @Test
        void noRoleThatOthersHaveBecomesStronger() {
            RealmApi finely = crm.newRealm();
            String member = finely.post("crm/staff", Map.of("email", "one@acme.example", "roles", List.of("sales-rep")))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            RealmApi narrow = FineGrainedAdmin.appointed(finely, "manage-realm", "query-users")
                    .may("grants-to-one", "Users", List.of(member), "view", "map-roles")
                    .may("grants-all-roles", "Roles", List.of(), "map-role")
                    .as();

            refused(compose(narrow, "sales-rep", role(finely, "finance")), "crm.access.role-not-yours");
            edit(
                            narrow,
                            "sales-rep",
                            attributes -> attributes.putArray("crm.label.en").add("Rep"))
                    .expect(204);
        }
    }

    private String crmRole(String scope) {
        String name = "role-" + UUID.randomUUID();
        realm.put("crm/roles/" + name, Map.of("scopes", Map.of("*", scope))).expect(201);
        return name;
    }

    private String plainRole() {
        String name = "plain-" + UUID.randomUUID();
        realm.post("roles", Map.of("name", name)).expect(201);
        return name;
    }

    private static void refused(ApiResponse answer, String code) {
        assertThat(answer.expect(403).json().path("params").path(0).asText())
                .as("%s", answer.text())
                .isEqualTo(code);
    }

    private static ApiResponse compose(RealmApi administrator, String role, JsonNode part) {
        return administrator.post("roles/" + role + "/composites", List.of(part));
    }

    private static ApiResponse edit(RealmApi administrator, String role, Consumer<ObjectNode> change) {
        ObjectNode present = (ObjectNode) role(administrator, role);
        change.accept(present.withObject("/attributes"));
        return administrator.put("roles-by-id/" + present.path("id").asText(), present);
    }

    private static void scope(ObjectNode attributes, String key, String scope) {
        attributes.putArray("crm.scope." + key).add(scope);
    }

    private static ApiResponse importing(RealmApi administrator, String ifExists, Map<String, ?> role) {
        Map<String, Object> file = new HashMap<>(Map.of("ifResourceExists", ifExists));
        file.put("roles", Map.of("realm", List.of(role)));
        return administrator.post("partialImport", file);
    }

    private JsonNode role(String name) {
        return role(realm, name);
    }

    private static JsonNode role(RealmApi administrator, String name) {
        return administrator.get("roles/" + name).expect(200).json();
    }

    private String id(String role) {
        return role(role).path("id").asText();
    }

    private JsonNode matrix(String role) {
        return RoleMatrix.of(realm).role(role);
    }

    private JsonNode composites(String role) {
        return realm.get("roles/" + role + "/composites").expect(200).json();
    }
}
