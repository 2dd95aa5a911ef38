package io.keycloakcrm.tests;

import static io.keycloakcrm.tests.RolePages.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Keycloak's own role pages hold to the law of rights: an administrator of the realm who may grant nothing puts nothing into a
 * role that its people do not have already.
 */
@WithKeycloak
final class RolePageLawIT {

    private final RealmApi realm;
    private final RolePages all;
    private final RolePages limited;

    RolePageLawIT(Crm crm) {
        this.realm = crm.newRealm();
        this.all = new RolePages(realm);
        this.limited = new RolePages(realm.asNewAdmin("manage-realm", "manage-clients"));
    }

    @Test
    void putsNoRoleIntoACrmRole() {
        String role = all.crmRole("self");

        refused(limited.compose(role, all.role("finance")), "crm.access.role-not-grantable");

        assertThat(all.composites(role)).isEmpty();
    }

    @Test
    void putsNoneIntoItByItsIdEither() {
        String role = all.crmRole("self");

        refused(
                limited.realm()
                        .post(
                                "roles-by-id/" + all.role(role).path("id").asText() + "/composites",
                                List.of(all.role("finance"))),
                "crm.access.role-not-grantable");

        assertThat(all.composites(role)).isEmpty();
    }

    @Test
    void putsNoPermissionIntoACrmRole() {
        String role = all.crmRole("self");
        JsonNode export = realm.get("clients/" + realm.clientUuid("crm") + "/roles/customer:export")
                .expect(200)
                .json();

        refused(limited.compose(role, export), "crm.access.role-not-grantable");
    }

    @Test
    void putsNoCrmRoleIntoTheRoleThatEverybodyHas() {
        refused(limited.compose("default-roles-" + realm.name(), all.role("finance")), "crm.access.role-not-grantable");
    }

    @Test
    void putsNoneInByWayOfAnother() {
        String wrapper = all.plainRole();
        all.compose(wrapper, all.role("finance")).expect(204);

        refused(limited.compose(all.crmRole("self"), all.role(wrapper)), "crm.access.role-not-grantable");
        refused(limited.compose(all.plainRole(), all.role(wrapper)), "crm.access.role-not-grantable");
    }

    @Test
    void doesWithOtherRolesAsHeLikes() {
        String role = all.plainRole();
        String part = all.plainRole();

        limited.compose(role, all.role(part)).expect(204);
        limited.edit(role, attributes -> attributes.putArray("note").add("anything"))
                .expect(204);
        limited.importing("FAIL", Map.of("name", "plain-" + UUID.randomUUID())).expect(200);
        limited.realm().delete("roles/" + role).expect(204);
    }

    @Test
    void takesRolesOut() {
        String role = all.crmRole("self");
        all.compose(role, all.role("finance")).expect(204);

        limited.realm()
                .client()
                .delete(limited.realm().path("roles/" + role + "/composites"), List.of(all.role("finance")))
                .expect(204);

        assertThat(all.composites(role)).isEmpty();
    }

    @Test
    void readsWhyInHisLanguage() {
        ApiResponse answer = limited.compose(all.crmRole("self"), all.role("finance"));

        assertThat(answer.code()).startsWith("You may not put finance into a role");
    }
}
