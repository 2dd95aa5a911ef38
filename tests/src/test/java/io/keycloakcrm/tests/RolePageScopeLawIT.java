package io.keycloakcrm.tests;

import static io.keycloakcrm.tests.RolePages.refused;
import static io.keycloakcrm.tests.RolePages.scope;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * On Keycloak's own role pages and by its partial import, an administrator of the realm who may grant nothing makes no role
 * reach further.
 */
@WithKeycloak
final class RolePageScopeLawIT {

    private final RealmApi realm;
    private final RolePages all;
    private final RolePages limited;

    RolePageScopeLawIT(Crm crm) {
        this.realm = crm.newRealm();
        this.all = new RolePages(realm);
        this.limited = new RolePages(realm.asNewAdmin("manage-realm", "manage-clients"));
    }

    @Test
    void widensNoScope() {
        String role = all.crmRole("self");

        refused(limited.edit(role, scopes -> scope(scopes, "*", "all")), "crm.access.scope-too-wide");

        assertThat(all.scope(role, "*")).isEqualTo("self");
    }

    @Test
    void writesNoFirstScope() {
        String role = all.crmRole("self");

        refused(limited.edit(role, scopes -> scope(scopes, "order", "all")), "crm.access.scope-too-wide");
    }

    @Test
    void deletesNoScopeBehindWhichAWiderOneWaits() {
        String role = all.crmRole("all");
        realm.put("crm/roles/" + role, Map.of("scopes", Map.of("customer", "self")))
                .expect(200);

        refused(limited.edit(role, attributes -> attributes.remove("crm.scope.customer")), "crm.access.scope-too-wide");

        assertThat(all.scope(role, "customer")).isEqualTo("self");
    }

    @Test
    void deletesNoneThatCannotBeReadAndHidesAWiderOne() {
        String role = "hidden-" + UUID.randomUUID();
        realm.importRole(role, Map.of("crm.scope.*", List.of("all"), "crm.scope.customer", List.of("departmnt")));

        refused(limited.edit(role, attributes -> attributes.remove("crm.scope.customer")), "crm.access.scope-too-wide");
    }

    @Test
    void narrowsAndRenamesAndDeletes() {
        String role = all.crmRole("department");
        realm.put("crm/roles/" + role, Map.of("scopes", Map.of("customer", "department")))
                .expect(200);

        limited.edit(role, attributes -> {
                    scope(attributes, "*", "department;regions=east");
                    attributes.putArray("crm.label.en").add("Narrow");
                })
                .expect(204);
        limited.edit(role, attributes -> attributes.remove("crm.scope.customer"))
                .expect(204);
        limited.edit(role, attributes -> attributes.remove("crm.scope.*")).expect(204);
    }

    @Test
    void isAskedAboutTheOutcomeAndNotAboutTheStepsToIt() {
        String role = all.crmRole("self");
        realm.put("crm/roles/" + role, Map.of("scopes", Map.of("customer", "all", "customer:edit", "self")))
                .expect(200);

        limited.edit(role, attributes -> {
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
                limited.realm()
                        .post("roles", Map.of("name", name, "attributes", Map.of("crm.scope.*", List.of("all")))),
                "crm.access.scope-too-wide");
        refused(
                limited.realm()
                        .post(
                                "roles",
                                Map.of(
                                        "name",
                                        name,
                                        "composite",
                                        true,
                                        "composites",
                                        Map.of("realm", List.of("finance")))),
                "crm.access.role-not-grantable");

        realm.get("roles/" + name).expect(404);
    }

    @Test
    void importsNoneEither() {
        String name = "imported-" + UUID.randomUUID();

        refused(
                limited.importing("FAIL", Map.of("name", name, "attributes", Map.of("crm.scope.*", List.of("all")))),
                "crm.access.scope-too-wide");
        refused(
                limited.importing(
                        "FAIL",
                        Map.of("name", name, "composite", true, "composites", Map.of("realm", List.of("finance")))),
                "crm.access.role-not-grantable");

        realm.get("roles/" + name).expect(404);
    }

    @Test
    void overwritesNoneWithAWiderOne() {
        String role = all.crmRole("self");

        refused(
                limited.importing(
                        "OVERWRITE", Map.of("name", role, "attributes", Map.of("crm.scope.*", List.of("all")))),
                "crm.access.scope-too-wide");

        assertThat(all.scope(role, "*")).isEqualTo("self");
    }

    @Test
    void turnsNoOtherRoleIntoACrmRole() {
        String role = all.plainRole();

        refused(
                limited.edit(
                        role, attributes -> attributes.putArray("crm.label.en").add("Mine")),
                "crm.access.role-not-grantable");
    }
}
