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

/** What administrators do to users on Keycloak's own pages reaches the directory. */
@WithKeycloak
final class KeycloakOwnPagesIT {

    private final RealmApi realm;

    KeycloakOwnPagesIT(Crm crm) {
        this.realm = crm.newRealm();
    }

    @Test
    void aUserWithAnEmployeeNumberIsStaff() {
        String id = user("numbered", Map.of("employeeNumber", List.of("K1")));

        assertThat(staff(id).path("employeeNumber").asText()).isEqualTo("K1");
    }

    @Test
    void aUserWithoutOneIsNot() {
        realm.get("crm/staff/" + user("plain", Map.of())).expect(404);
    }

    @Test
    void joiningADepartmentMakesItThePrimaryOne() {
        String department = department("Kitchen");
        String id = user("joiner", Map.of());

        realm.put("users/" + id + "/groups/" + department, Map.of()).expect(204);

        assertThat(staff(id).path("department").path("path").asText()).isEqualTo("Kitchen");
    }

    @Test
    void joiningAnotherOneLeavesThePrimaryOne() {
        String first = department("First");
        String second = department("Second");
        String id = user("wanderer", Map.of());
        realm.put("users/" + id + "/groups/" + first, Map.of()).expect(204);

        realm.put("users/" + id + "/groups/" + second, Map.of()).expect(204);

        assertThat(staff(id).path("department").path("path").asText()).isEqualTo("First");
        assertThat(staff(id).path("secondaryDepartments").findValuesAsText("path"))
                .containsExactly("Second");
    }

    @Test
    void leavingThePrimaryOneMovesToTheOther() {
        String first = department("Old");
        String second = department("New");
        String id = user("leaver", Map.of());
        realm.put("users/" + id + "/groups/" + first, Map.of()).expect(204);
        realm.put("users/" + id + "/groups/" + second, Map.of()).expect(204);

        realm.delete("users/" + id + "/groups/" + first).expect(204);

        assertThat(staff(id).path("department").path("path").asText()).isEqualTo("New");
    }

    @Test
    void aNewNameInTheFormIsFoundAtOnce() {
        String id = user("renamed", Map.of("employeeNumber", List.of("K2")));

        realm.put(
                        "users/" + id,
                        Map.of(
                                "username",
                                "renamed",
                                "lastName",
                                "诸葛",
                                "firstName",
                                "亮",
                                "attributes",
                                Map.of("employeeNumber", List.of("K2"))))
                .expect(204);

        assertThat(realm.get("crm/staff?search=zhugeliang").json().path("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void theFormSaysThatANumberIsTaken() {
        user("owner", Map.of("employeeNumber", List.of("K3")));

        ApiResponse answer = realm.post(
                "users",
                Map.of("username", "thief", "enabled", true, "attributes", Map.of("employeeNumber", List.of("ｋ3"))));

        answer.expect(400);
        assertThat(answer.json().path("field").asText()).isEqualTo("employeeNumber");
        assertThat(answer.code()).isEqualTo("crm.staff.employee-number-taken");
    }

    @Test
    void aNumberIsFreeAgainWhenItsUserIsGone() {
        String id = user("gone", Map.of("employeeNumber", List.of("K4")));
        realm.delete("users/" + id).expect(204);

        user("heir", Map.of("employeeNumber", List.of("K4")));

        assertThat(realm.get("crm/staff?employeeNumber=K4").json().path("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void aNumberIsFreeAgainWhenItsUserGetsAnother() {
        String id = user("mover", Map.of("employeeNumber", List.of("K5")));
        realm.put("users/" + id, Map.of("username", "mover", "attributes", Map.of("employeeNumber", List.of("K6"))))
                .expect(204);

        user("follower", Map.of("employeeNumber", List.of("K5")));

        assertThat(staff(id).path("employeeNumber").asText()).isEqualTo("K6");
    }

    @Test
    void nobodyWritesTheDepartmentIntoTheForm() {
        String id = user("forger", Map.of("employeeNumber", List.of("K7")));

        realm.put(
                "users/" + id,
                Map.of(
                        "username",
                        "forger",
                        "attributes",
                        Map.of("employeeNumber", List.of("K7"), "department", List.of("Board"))));

        assertThat(staff(id).has("department")).isFalse();
        assertThat(realm.get("users/" + id).json().path("attributes").has("department"))
                .isFalse();
    }

    @Test
    void theNightlyCheckFindsNothingToRepair() {
        user("steady", Map.of("employeeNumber", List.of("K8")));

        JsonNode report = realm.post("crm/staff/reindex", Map.of()).expect(200).json();

        assertThat(report.path("members").asInt()).isPositive();
        assertThat(report.path("repaired").asInt()).isZero();
        assertThat(report.path("duplicates")).isEmpty();
    }

    private String user(String username, Map<String, ?> attributes) {
        return realm.post("users", Map.of("username", username, "enabled", true, "attributes", attributes))
                .expect(201)
                .createdId();
    }

    private String department(String name) {
        return realm.post("crm/departments", Map.of("name", name))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private JsonNode staff(String id) {
        return realm.get("crm/staff/" + id).expect(200).json();
    }
}
