package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The department tree, and what its changes do to the people in it. */
@WithKeycloak
final class DepartmentsIT {

    private final Crm crm;

    DepartmentsIT(Crm crm) {
        this.crm = crm;
    }

    @Test
    void countsPeopleWithAndWithoutTheDepartmentsBelow() {
        RealmApi realm = crm.newRealm();
        String sales = department(realm, "销售部", null);
        String east = department(realm, "华东区", sales);
        member(realm, "a@acme.example", sales);
        member(realm, "b@acme.example", east);

        JsonNode shown = realm.get("crm/departments/" + sales).json();

        assertThat(shown.path("members").asInt()).isEqualTo(1);
        assertThat(shown.path("totalMembers").asInt()).isEqualTo(2);
        assertThat(realm.get("crm/departments").json().path("items").findValuesAsText("path"))
                .containsExactly("销售部", "销售部/华东区");
    }

    @Test
    void tellsItsPeopleOfANewName() {
        RealmApi realm = crm.newRealm();
        String sales = department(realm, "Sales", null);
        String east = department(realm, "East", sales);
        String member = member(realm, "a@acme.example", east);

        realm.put("crm/departments/" + sales, Map.of("name", "Revenue")).expect(200);

        assertThat(path(realm, member)).isEqualTo("Revenue/East");
        awaitAttribute(realm, member, "Revenue/East");
    }

    @Test
    void hearsOfANewNameGivenInKeycloaksOwnConsole() {
        RealmApi realm = crm.newRealm();
        String sales = department(realm, "Sales", null);
        String member = member(realm, "a@acme.example", sales);

        realm.put("groups/" + sales, Map.of("id", sales, "name", "Vertrieb")).expect(204);

        awaitAttribute(realm, member, "Vertrieb");
    }

    @Test
    void movesWithEverybodyInIt() {
        RealmApi realm = crm.newRealm();
        String sales = department(realm, "Sales", null);
        String east = department(realm, "East", null);
        String member = member(realm, "a@acme.example", east);

        realm.put("crm/departments/" + east, Map.of("parentId", sales)).expect(200);

        assertThat(path(realm, member)).isEqualTo("Sales/East");
        awaitAttribute(realm, member, "Sales/East");
    }

    @Test
    void cannotBePutBelowItself() {
        RealmApi realm = crm.newRealm();
        String sales = department(realm, "Sales", null);
        String east = department(realm, "East", sales);

        ApiResponse answer = realm.put("crm/departments/" + sales, Map.of("parentId", east));

        answer.expect(400);
        assertThat(answer.code()).isEqualTo("crm.department.circle");
    }

    @Test
    void isNotDeletedWhileSomebodyIsIn() {
        RealmApi realm = crm.newRealm();
        String sales = department(realm, "Sales", null);
        member(realm, "a@acme.example", sales);

        ApiResponse answer = realm.delete("crm/departments/" + sales);

        answer.expect(409);
        assertThat(answer.code()).isEqualTo("crm.department.not-empty");
    }

    @Test
    void handsItsPeopleOverWhenDeleted() {
        RealmApi realm = crm.newRealm();
        String sales = department(realm, "Sales", null);
        String east = department(realm, "East", sales);
        String support = department(realm, "Support", null);
        String member = member(realm, "a@acme.example", east);

        realm.delete("crm/departments/" + sales + "?moveTo=" + support).expect(204);

        assertThat(path(realm, member)).isEqualTo("Support");
        assertThat(realm.get("crm/departments").json().path("items").findValuesAsText("path"))
                .containsExactly("Support");
        assertThat(realm.get("groups/" + support + "/members").json().findValuesAsText("id"))
                .containsExactly(member);
    }

    @Test
    void movesNobodyIfOneOfThemOutranksTheAdministrator() {
        RealmApi realm = crm.newRealm();
        String sales = department(realm, "Sales", null);
        String support = department(realm, "Support", null);
        String clerk = member(realm, "clerk@acme.example", sales);
        String boss = member(realm, "boss@acme.example", sales);
        realm.grant(boss, "realm-management", "realm-admin");

        ApiResponse answer = realm.asNewAdmin("manage-users").delete("crm/departments/" + sales + "?moveTo=" + support);

        answer.expect(403);
        assertThat(answer.code()).isEqualTo("crm.staff.more-privileged");
        assertThat(path(realm, clerk)).isEqualTo("Sales");
        assertThat(path(realm, boss)).isEqualTo("Sales");
    }

    @Test
    void takesPeopleOverWhoseOwnDepartmentWasDeletedInTheConsole() {
        RealmApi realm = crm.newRealm();
        String old = department(realm, "Old", null);
        String other = department(realm, "Other", null);
        String member = member(realm, "a@acme.example", old);
        realm.put("crm/staff/" + member, Map.of("secondaryDepartments", List.of(other)))
                .expect(200);

        realm.delete("groups/" + old).expect(204);

        awaitAttribute(realm, member, "Other");
        assertThat(path(realm, member)).isEqualTo("Other");
    }

    @Test
    void refusesNamesThatWouldBreakPaths() {
        RealmApi realm = crm.newRealm();
        department(realm, "Sales", null);

        assertThat(realm.post("crm/departments", Map.of("name", "A/B")).code())
                .isEqualTo("crm.department.name-invalid");
        assertThat(realm.post("crm/departments", Map.of("name", "Sales")).code())
                .isEqualTo("crm.department.name-taken");
    }

    @Test
    void hasHeads() {
        RealmApi realm = crm.newRealm();
        String sales = department(realm, "Sales", null);
        String boss = member(realm, "boss@acme.example", sales);

        JsonNode shown = realm.put("crm/departments/" + sales, Map.of("heads", List.of(boss)))
                .expect(200)
                .json();

        assertThat(shown.path("heads").findValuesAsText("id")).containsExactly(boss);
    }

    private static String department(RealmApi realm, String name, @Nullable String parentId) {
        Map<String, String> request = new HashMap<>(Map.of("name", name));
        if (parentId != null) {
            request.put("parentId", parentId);
        }
        return realm.post("crm/departments", request)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static String member(RealmApi realm, String email, String departmentId) {
        return realm.post("crm/staff", Map.of("email", email, "department", departmentId))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static String path(RealmApi realm, String member) {
        return realm.get("crm/staff/" + member)
                .json()
                .path("department")
                .path("path")
                .asText();
    }

    private static void awaitAttribute(RealmApi realm, String member, String path) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(realm.get("users/" + member)
                                .json()
                                .path("attributes")
                                .path("department")
                                .path(0)
                                .asText())
                        .isEqualTo(path));
    }
}
