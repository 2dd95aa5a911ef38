package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What CRM roles permit, and with whose records, is read and written in one place. */
@WithKeycloak
final class RoleMatrixIT {

    private final RealmApi realm;

    RoleMatrixIT(Crm crm) {
        this.realm = crm.newRealm();
    }

    @Nested
    final class Reading {

        @Test
        void showsTheShippedRolesWithAllThereIsToPermit() {
            JsonNode matrix = realm.get("crm/roles").expect(200).json();

            assertThat(matrix.path("items").findValuesAsText("name")).contains("sales-rep", "finance");
            assertThat(matrix.path("catalog").path("customer")).hasSize(7);
            JsonNode support = role("customer-support");
            assertThat(support.path("scopes").path("customer:edit").path(0).asText())
                    .isEqualTo("department");
            assertThat(support.path("labels").path("zh-CN").asText()).isEqualTo("客服专员");
            assertThat(support.path("problems")).isEmpty();
        }

        @Test
        void tellsWhatComesThroughComposites() {
            write(
                            "area-lead",
                            Map.of(
                                    "composites",
                                    List.of("sales-rep"),
                                    "permissions",
                                    Map.of("report", List.of("view"))))
                    .expect(201);

            JsonNode lead = role("area-lead");

            assertThat(texts(lead.path("permissions").path("report"))).containsExactly("view");
            assertThat(lead.path("permissions").has("customer")).isFalse();
            assertThat(texts(lead.path("inheritedPermissions").path("customer")))
                    .contains("create", "edit", "view");
            assertThat(texts(lead.path("composites"))).containsExactly("sales-rep");
        }

        @Test
        void isForThoseWhoMaySeeTheRealm() {
            realm.asNewAdmin("view-realm").get("crm/roles").expect(200);
            realm.asNewAdmin("manage-users").get("crm/roles").expect(403);
        }

        @Test
        void showsOtherRolesOnlyToThoseWhoMaySeeThem() {
            write("viewer", Map.of("scopes", Map.of("*", "self"))).expect(201);
            String client = realm.clientUuid("account");
            JsonNode part =
                    realm.get("clients/" + client + "/roles/view-applications").json();
            realm.post("roles/viewer/composites", List.of(part)).expect(204);

            assertThat(texts(role("viewer").path("otherRoles"))).containsExactly("account/view-applications");
            assertThat(texts(RoleMatrix.of(realm.asNewAdmin("view-realm"))
                            .role("viewer")
                            .path("otherRoles")))
                    .isEmpty();
        }
    }

    @Nested
    final class Writing {

        @Test
        void changesOnlyWhatIsGiven() {
            write(
                            "analyst",
                            Map.of(
                                    "labels", Map.of("en", "Analyst", "zh-CN", "分析员"),
                                    "permissions", Map.of("report", List.of("view"), "customer", List.of("view")),
                                    "scopes", Map.of("*", List.of("self"), "report", List.of("all"))))
                    .expect(201);
            Map<String, Object> gone = new HashMap<>();
            gone.put("report", null);

            write("analyst", Map.of("permissions", Map.of("customer", List.of("view", "export")), "scopes", gone))
                    .expect(200);

            JsonNode analyst = role("analyst");
            assertThat(texts(analyst.path("permissions").path("customer"))).containsExactly("export", "view");
            assertThat(texts(analyst.path("permissions").path("report"))).containsExactly("view");
            assertThat(analyst.path("scopes").has("report")).isFalse();
            assertThat(analyst.path("scopes").path("*").path(0).asText()).isEqualTo("self");
            assertThat(analyst.path("labels").path("zh-CN").asText()).isEqualTo("分析员");
        }

        @Test
        void stillIsACrmRoleWithoutLabelsAndScopes() {
            write("silent", Map.of("permissions", Map.of("customer", List.of("view"))))
                    .expect(201);

            assertThat(role("silent").path("scopes")).isEmpty();
        }

        @Test
        void recordsOneEventForAChangeAndNoneForNone() {
            realm.put("events/config", Map.of("adminEventsEnabled", true, "adminEventsDetailsEnabled", true))
                    .expect(204);
            write("watched", Map.of("scopes", Map.of("*", "self"))).expect(201);
            write("watched", Map.of("scopes", Map.of("*", "self"))).expect(200);
            write("watched", Map.of("scopes", Map.of("*", "department"))).expect(200);

            JsonNode events = realm.get("admin-events?resourcePath=crm/roles/watched")
                    .expect(200)
                    .json();

            assertThat(events.findValuesAsText("operationType")).containsExactlyInAnyOrder("CREATE", "UPDATE");
        }

        @Test
        void asksBeforeItCreatesAPermission() {
            var wanted = Map.of("quote", List.of("approve"));

            ApiResponse refused =
                    write("approver", Map.of("permissions", wanted)).expect(400);
            write("approver", Map.of("permissions", wanted, "createPermissions", true))
                    .expect(201);

            assertThat(refused.code()).isEqualTo("crm.access.permission-unknown");
            assertThat(texts(realm.get("crm/roles").json().path("catalog").path("quote")))
                    .containsExactly("approve");
        }

        @Test
        void leavesNothingOfARefusedRoleBehind() {
            write("half", Map.of("permissions", Map.of("nothing", List.of("such"))))
                    .expect(400);

            realm.get("roles/half").expect(404);
        }

        @Test
        void keepsALongListOfDepartments() {
            List<String> ids =
                    IntStream.range(0, 20).mapToObj(n -> department("D" + n)).toList();

            write("wide", Map.of("scopes", Map.of("customer", "custom;departments=" + String.join(",", ids))))
                    .expect(201);

            String kept = role("wide").path("scopes").path("customer").toString();
            assertThat(ids).allSatisfy(id -> assertThat(kept).contains(id));
            assertThat(role("wide").path("problems")).isEmpty();
        }

        @Test
        void saysWhereAScopeGoesWrongInTheCallersWords() {
            ApiResponse answer = write("typo", Map.of("scopes", Map.of("customer", "departmnt")));

            answer.expect(400);
            assertThat(answer.code()).isEqualTo("crm.access.scope-level-unknown");
            assertThat(answer.json().path("field").asText()).isEqualTo("scopes.customer");
            assertThat(answer.json().path("params").path(0).asText()).contains("departmnt", "1");
        }

        @Test
        void refusesADepartmentThatDoesNotExist() {
            assertThat(write("lost", Map.of("scopes", Map.of("*", "custom;departments=nowhere")))
                            .code())
                    .isEqualTo("crm.access.department-unknown");
        }

        @Test
        void refusesWhatItDoesNotKnow() {
            assertThat(write("odd", Map.of("name", "other")).expect(400).code()).isEqualTo("crm.rest.property-unknown");
            assertThat(write("odd", Map.of("scopes", Map.of("*", List.of(1))))
                            .expect(400)
                            .json()
                            .path("field")
                            .asText())
                    .isEqualTo("scopes.*");
        }

        @Test
        void refusesACircle() {
            write("inner", Map.of("scopes", Map.of("*", "self"))).expect(201);
            write("outer", Map.of("composites", List.of("inner"))).expect(201);

            assertThat(write("inner", Map.of("composites", List.of("outer"))).code())
                    .isEqualTo("crm.access.role-circle");
        }

        @Test
        void leavesTheDefaultRoleOfTheRealmAlone() {
            assertThat(write("default-roles-" + realm.name(), Map.of("scopes", Map.of("*", "all")))
                            .expect(409)
                            .code())
                    .isEqualTo("crm.access.role-not-crm");
        }
    }

    private ApiResponse write(String name, Map<String, ?> body) {
        return realm.put("crm/roles/" + name, body);
    }

    private JsonNode role(String name) {
        return RoleMatrix.of(realm).role(name);
    }

    private String department(String name) {
        return realm.post("crm/departments", Map.of("name", name))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static List<String> texts(JsonNode array) {
        String[] texts = new String[array.size()];
        Arrays.setAll(texts, i -> array.path(i).asText());
        return List.of(texts);
    }
}
