package io.keycloakcrm.tests;

import static io.keycloakcrm.tests.RolePages.refused;
import static io.keycloakcrm.tests.RolePages.scope;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.FineGrainedAdmin;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** On Keycloak's own role pages administrators do all that they may grant, and with fine-grained permissions just that. */
@WithKeycloak
final class RolePageRightsIT {

    private final Crm crm;
    private final RealmApi realm;
    private final RolePages all;

    RolePageRightsIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
        this.all = new RolePages(realm);
    }

    @Nested
    final class WhoMayGrantEverything {

        @Test
        void isNotHindered() {
            String role = all.crmRole("self");
            for (RealmApi administrator :
                    List.of(realm, realm.asNewAdmin("realm-admin"), realm.asNewAdmin("manage-realm", "manage-users"))) {
                var free = new RolePages(administrator);
                free.compose(role, all.role("finance")).expect(204);
                free.edit(role, attributes -> scope(attributes, "*", "all")).expect(204);
                free.edit(role, attributes -> scope(attributes, "*", "self")).expect(204);
                free.compose("default-roles-" + realm.name(), all.role(all.crmRole("self")))
                        .expect(204);
                free.importing(
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
            var admin = new RolePages(realm.asNewAdmin("realm-admin"));
            JsonNode manageUsers = realm.get("clients/" + realm.clientUuid("realm-management") + "/roles/manage-users")
                    .expect(200)
                    .json();

            admin.compose(all.crmRole("self"), manageUsers).expect(204);
        }
    }

    @Nested
    final class WithFineGrainedPermissions {

        @Test
        void rolesBecomeAsStrongAsThoseThatMayBeGranted() {
            RealmApi finely = crm.newRealm();
            finely.put("crm/roles/junior", Map.of("scopes", Map.of("customer", "self;regions=east")))
                    .expect(201);
            var roles = new RolePages(finely);
            var limited = new RolePages(FineGrainedAdmin.appointed(finely, "manage-realm", "query-users")
                    .may("grants-to-anybody", "Users", List.of(), "map-roles")
                    .may(
                            "grants-two-roles",
                            "Roles",
                            List.of(
                                    roles.role("junior").path("id").asText(),
                                    roles.role("sales-rep").path("id").asText()),
                            "map-role")
                    .as());

            limited.compose("junior", roles.role("sales-rep")).expect(204);
            limited.edit("junior", attributes -> scope(attributes, "customer", "self"))
                    .expect(204);
            refused(limited.compose("junior", roles.role("finance")), "crm.access.role-not-grantable");
            refused(
                    limited.edit("junior", attributes -> scope(attributes, "customer", "all")),
                    "crm.access.scope-too-wide");
            refused(limited.compose("finance", roles.role("sales-rep")), "crm.access.role-not-yours");
        }

        @Test
        void noRoleThatOthersHaveBecomesStronger() {
            RealmApi finely = crm.newRealm();
            String member = finely.post("crm/staff", Map.of("email", "one@acme.example", "roles", List.of("sales-rep")))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            var roles = new RolePages(finely);
            var narrow = new RolePages(FineGrainedAdmin.appointed(finely, "manage-realm", "query-users")
                    .may("grants-to-one", "Users", List.of(member), "view", "map-roles")
                    .may("grants-all-roles", "Roles", List.of(), "map-role")
                    .as());

            refused(narrow.compose("sales-rep", roles.role("finance")), "crm.access.role-not-yours");
            narrow.edit(
                            "sales-rep",
                            attributes -> attributes.putArray("crm.label.en").add("Rep"))
                    .expect(204);
        }
    }
}
