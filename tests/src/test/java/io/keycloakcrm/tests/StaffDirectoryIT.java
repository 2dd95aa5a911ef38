package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Query;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People are written with care and found the way somebody would look for them. */
@WithKeycloak
final class StaffDirectoryIT {

    private final RealmApi realm;

    StaffDirectoryIT(Crm crm) {
        this.realm = crm.newRealm();
    }

    @BeforeAll
    void hire() {
        realm.post("crm/departments", Map.of("name", "销售部")).expect(201);
        hire("欧阳明", "ouyang@acme.example", "Ｓ-001", "13979219825", "2020-03-01");
        hire("单伟", "shan@acme.example", "S-002", "+8615159044338", "2019-01-01");
        hire("Anna Müller", "anna@acme.example", "S-003", "+49 151 49141093", "2021-07-15");
    }

    private void hire(String name, String email, String number, String phone, String hireDate) {
        realm.post(
                        "crm/staff",
                        Map.of(
                                "name",
                                name,
                                "email",
                                email,
                                "employeeNumber",
                                number,
                                "phoneNumber",
                                phone,
                                "hireDate",
                                hireDate,
                                "department",
                                Map.of("path", "销售部"),
                                "roles",
                                List.of("sales-rep")))
                .expect(201);
    }

    @ParameterizedTest
    @CsvSource({
        "欧阳, 欧阳明",
        "ouyangming, 欧阳明",
        "oym, 欧阳明",
        "shanwei, 单伟",
        "MÜLLER, Anna Müller",
        "muller anna, Anna Müller",
        "s-003, Anna Müller",
        "+8615159044338, 单伟",
        "shan@acme, 单伟"
    })
    void findsPeopleByWhatOneTypes(String typed, String found) {
        assertThat(names("?search=" + Query.encoded(typed))).containsExactly(found);
    }

    @ParameterizedTest
    @CsvSource({
        "department=销售部, 3",
        "role=sales-rep, 3",
        "role=sales-manager, 0",
        "employeeNumber=ｓ-001, 1",
        "search=100%, 0",
        "search=_, 0",
        "status=left, 0"
    })
    void filtersWithoutWildcards(String filter, int total) {
        String[] parts = filter.split("=", 2);

        assertThat(list("?" + parts[0] + "=" + Query.encoded(parts[1]))
                        .path("total")
                        .asInt())
                .isEqualTo(total);
    }

    @Test
    void sortsChineseNamesByTheirSoundAmongTheOthers() {
        assertThat(names("?sort=name")).containsExactly("Anna Müller", "欧阳明", "单伟");
    }

    @Test
    void sortsBackwards() {
        assertThat(names("?sort=-hireDate")).containsExactly("Anna Müller", "欧阳明", "单伟");
    }

    @Test
    void pagesWithoutGapsOrRepetition() {
        assertThat(names("?max=2")).hasSize(2).doesNotContainAnyElementsOf(names("?first=2&max=2"));
        assertThat(list("?max=1").path("total").asInt()).isEqualTo(3);
    }

    @Test
    void showsNumbersAndPhonesInOneForm() {
        JsonNode member = list("?search=oym").path("items").get(0);

        assertThat(member.path("employeeNumber").asText()).isEqualTo("S-001");
        assertThat(member.path("phoneNumber").asText()).isEqualTo("+8613979219825");
        assertThat(member.path("lastName").asText()).isEqualTo("欧阳");
        assertThat(member.path("department").path("path").asText()).isEqualTo("销售部");
        assertThat(member.path("state").asText()).isEqualTo("active");
    }

    @Test
    void changesOnlyWhatIsGivenAndClearsWithNull() {
        String id = create(Map.of("email", "change@acme.example", "name", "王芳", "position", "代表", "nickname", "小芳"));
        Map<String, Object> change = new HashMap<>();
        change.put("position", null);

        JsonNode changed = realm.put("crm/staff/" + id, change).expect(200).json();

        assertThat(changed.has("position")).isFalse();
        assertThat(changed.path("nickname").asText()).isEqualTo("小芳");
        realm.delete("users/" + id).expect(204);
    }

    @Test
    void takesTheVerifiedMarkOffWithTheOldAddress() {
        String id = create(Map.of("email", "verified@acme.example"));
        realm.put("users/" + id, Map.of("email", "verified@acme.example", "emailVerified", true))
                .expect(204);

        realm.put("crm/staff/" + id, Map.of("email", "new@acme.example")).expect(200);

        assertThat(realm.get("users/" + id).json().path("emailVerified").asBoolean(true))
                .isFalse();
        realm.delete("users/" + id).expect(204);
    }

    @ParameterizedTest
    @CsvSource({
        "employeeNumber, s-001, crm.staff.employee-number-taken, 409",
        "phoneNumber, 12, crm.staff.phone-invalid, 400",
        "hireDate, yesterday, crm.staff.date-invalid, 400",
        "employmentStatus, gone, crm.staff.option-unknown, 400",
        "validFrom, 2026-01-01, crm.staff.instant-invalid, 400",
        "manager, nobody, crm.staff.manager-unknown, 400",
        "department, 财务部, crm.staff.department-unknown, 400",
        "departmentId, x, crm.rest.property-unknown, 400",
        "phoneNumberVerified, true, crm.rest.property-unknown, 400",
        "enabled, false, crm.rest.property-unknown, 400"
    })
    void refusesAtTheRightPlace(String property, String value, String code, int status) {
        ApiResponse answer = realm.post("crm/staff", Map.of("email", "refused@acme.example", property, value));

        answer.expect(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("field").asText()).isEqualTo(property.equals("manager") ? "managerId" : property);
        assertThat(list("?search=refused").path("total").asInt()).isZero();
    }

    @Test
    void refusesAnotherMembersOwnAttributesThroughTheBackDoor() {
        ApiResponse answer = realm.post(
                "crm/staff", Map.of("email", "door@acme.example", "attributes", Map.of("departmentId", List.of("x"))));

        answer.expect(400);
        assertThat(answer.code()).isEqualTo("crm.rest.property-unknown");
    }

    @Test
    void letsNobodyBeManagedByThoseBelow() {
        String boss = create(Map.of("email", "boss@acme.example"));
        String clerk = create(Map.of("email", "clerk@acme.example", "manager", boss));

        ApiResponse answer = realm.put("crm/staff/" + boss, Map.of("manager", Map.of("id", clerk)));

        answer.expect(400);
        assertThat(answer.code()).isEqualTo("crm.staff.manager-circle");
        realm.delete("users/" + boss).expect(204);
        realm.delete("users/" + clerk).expect(204);
    }

    @Test
    void makesNothingTwiceUnderOneIdempotencyKey() {
        Map<String, ?> request = Map.of("email", "once@acme.example", "employeeNumber", "O-1");

        String first = realm.post("crm/staff", request, "key-1").expect(201).createdId();
        String second = realm.post("crm/staff", request, "key-1").expect(201).createdId();
        ApiResponse other = realm.post("crm/staff", Map.of("email", "other@acme.example"), "key-1");

        assertThat(second).isEqualTo(first);
        other.expect(409);
        assertThat(other.code()).isEqualTo("crm.rest.idempotency-key-reused");
        realm.delete("users/" + first).expect(204);
    }

    @Test
    void speaksTheCallersLanguage() {
        ApiResponse answer = realm.post("crm/staff", Map.of("email", "x@acme.example", "unknown", "y"));

        assertThat(answer.json().path("params").get(0).asText()).contains("unknown");
    }

    @Test
    void givesANumberFreeThatIsBlankedInTheForm() {
        String id = create(Map.of("email", "blank@acme.example", "employeeNumber", "B-1"));
        realm.put(
                        "users/" + id,
                        Map.of("email", "blank@acme.example", "attributes", Map.of("employeeNumber", List.of(""))))
                .expect(204);

        String heir = create(Map.of("email", "heir@acme.example", "employeeNumber", "B-1"));

        realm.delete("users/" + id).expect(204);
        realm.delete("users/" + heir).expect(204);
    }

    @Test
    void isClosedToWhoMayNotViewUsers() {
        realm.asNewAdmin("query-groups").get("crm/staff").expect(403);
        realm.asNewAdmin("query-users").get("crm/staff").expect(403);
        realm.asNewAdmin("view-users")
                .post("crm/staff", Map.of("email", "v@acme.example"))
                .expect(403);
    }

    private String create(Map<String, ?> member) {
        return realm.post("crm/staff", member).expect(201).json().path("id").asText();
    }

    private JsonNode list(String query) {
        return realm.get("crm/staff" + query).expect(200).json();
    }

    private List<String> names(String query) {
        return list(query).path("items").findValuesAsText("displayName");
    }
}
