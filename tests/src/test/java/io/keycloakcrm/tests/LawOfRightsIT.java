package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * An administrator who may manage users, and nothing else, reaches no administrative role through anything the product
 * hands out (the shape of CVE-2026-94000), and is told why.
 */
@WithKeycloak
final class LawOfRightsIT {

    private final RealmApi realm;
    private final RealmApi limited;

    LawOfRightsIT(Crm crm) {
        this.realm = crm.newRealm();
        this.limited = realm.asNewAdmin("manage-users", "view-users", "query-groups");
    }

    @Nested
    final class RoleColumn {

        @Test
        void refusesARoleThatIsACompositeOfAnAdministrativeOne() {
            realm.compositeOf("harmless", "realm-admin");

            assertRefused(importing("R1", "role", "harmless"), "crm.staff.role-forbidden");
        }

        @Test
        void refusesACompositeOfSuchAComposite() {
            JsonNode inner = realm.compositeOf("inner", "manage-users", "manage-realm");
            realm.post("roles", Map.of("name", "outer")).expect(201);
            realm.post("roles/outer/composites", List.of(inner)).expect(204);

            assertRefused(importing("R2", "role", "outer"), "crm.staff.role-forbidden");
        }

        @Test
        void grantsAnOrdinaryRole() {
            JsonNode row = importing("R3", "role", "sales-rep");

            assertThat(row.path("outcome").asText()).as("%s", row).isEqualTo("create");
            assertThat(rolesOf("R3")).contains("sales-rep");
        }
    }

    @Nested
    final class DepartmentColumn {

        @Test
        void refusesAGroupThatCarriesAnAdministrativeRole() {
            carryAdministration(department("Vault", ""));

            assertRefused(importing("D1", "department", "Vault"), "crm.staff.department-confers");
        }

        @Test
        void refusesAGroupBelowOneThatDoes() {
            String parent = department("Tower", "");
            carryAdministration(parent);
            department("Office", parent);

            assertRefused(importing("D2", "department", "Tower/Office"), "crm.staff.department-confers");
        }

        @Test
        void refusesToCreateADepartmentBelowOne() {
            carryAdministration(department("Castle", ""));

            assertRefused(importing("D3", "department", "Castle/New"), "crm.staff.department-confers");
        }

        @Test
        void refusesItAsASecondaryDepartmentToo() {
            carryAdministration(department("Cellar", ""));
            department("Kitchen", "");

            assertRefused(importing("D4", "department", "Kitchen;Cellar"), "crm.staff.department-confers");
        }

        @Test
        void grantsAnOrdinaryOne() {
            department("Garden", "");

            JsonNode row = importing("D5", "department", "Garden");

            assertThat(row.path("outcome").asText()).as("%s", row).isEqualTo("create");
        }
    }

    @Nested
    final class Target {

        @Test
        void refusesToChangeSomebodyMorePrivileged() {
            String id = realm.post("crm/staff", Map.of("email", "boss@acme.example", "employeeNumber", "BOSS"))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            realm.grant(id, "realm-management", "realm-admin");
            byte[] file = Csv.withHeader("employeeNumber", "email")
                    .row("BOSS", "mine@acme.example")
                    .bytes();

            JsonNode row = ImportApi.uploaded(limited, "staff.csv", file)
                    .completed(ImportApi.UPSERT)
                    .rows()
                    .get(0);

            assertRefused(row, "crm.staff.more-privileged");
            assertThat(realm.get("users/" + id).expect(200).json().path("email").asText())
                    .isEqualTo("boss@acme.example");
        }
    }

    @Nested
    final class StaffApi {

        @Test
        void refusesADepartmentThatCarriesAnAdministrativeRole() {
            String id = department("Bunker", "");
            carryAdministration(id);

            var response = limited.post("crm/staff", Map.of("email", "eve@acme.example", "department", id));

            assertThat(response.status()).as(response.text()).isEqualTo(403);
            assertThat(realm.get("users?email=eve@acme.example").json()).isEmpty();
        }
    }

    @Nested
    final class Access {

        @Test
        void refusesTheImportToSomebodyWhoMayOnlyView() {
            RealmApi viewer = realm.asNewAdmin("view-users");
            byte[] file = Csv.withHeader("employeeNumber").row("V1").bytes();

            var response = viewer.client().upload(viewer.path("crm/imports"), "staff.csv", file);

            assertThat(response.status()).as(response.text()).isEqualTo(403);
        }

        @Test
        void refusesEverythingToAUserOfTheRealmWithoutRights() {
            RealmApi nobody = realm.asNewAdmin();

            assertThat(List.of("staff", "departments", "imports", "setup"))
                    .allSatisfy(branch -> assertThat(nobody.get("crm/" + branch).status())
                            .as(branch)
                            .isEqualTo(403));
        }
    }

    /** Imports one new member with one more column, as the administrator who may not do much. */
    private JsonNode importing(String number, String column, String value) {
        byte[] file = Csv.withHeader("employeeNumber", "email", column)
                .row(number, number + "@acme.example", value)
                .bytes();
        return ImportApi.uploaded(limited, "staff.csv", file)
                .completed(ImportApi.UPSERT)
                .rows()
                .get(0);
    }

    private void assertRefused(JsonNode row, String code) {
        JsonNode error = row.path("errors").path(0);
        assertThat(row.path("outcome").asText()).as("%s", row).isEqualTo("error");
        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.path("message").asText()).isNotBlank();
    }

    private List<String> rolesOf(String number) {
        String id = realm.get("crm/staff?search=" + number)
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        return realm.get("users/" + id + "/role-mappings/realm")
                .expect(200)
                .json()
                .findValuesAsText("name");
    }

    private String department(String name, String parentId) {
        var body = parentId.isEmpty() ? Map.of("name", name) : Map.of("name", name, "parentId", parentId);
        return realm.post("crm/departments", body).expect(201).json().path("id").asText();
    }

    private void carryAdministration(String groupId) {
        String client = realm.clientUuid("realm-management");
        JsonNode role = realm.get("clients/" + client + "/roles/realm-admin")
                .expect(200)
                .json();
        realm.post("groups/" + groupId + "/role-mappings/clients/" + client, List.of(role))
                .expect(204);
    }
}
