package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.FineGrainedAdmin;
import io.keycloakcrm.tests.api.Query;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An administrator sees why somebody may or may not: every role, permission and data scope with where it comes from. */
@WithKeycloak
final class ExplainIT {

    private final Crm crm;
    private final RealmApi realm;

    private String sales = "";
    private String east = "";
    private String shanghai = "";

    ExplainIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
    }

    @BeforeAll
    void makeDepartmentsAndRoles() {
        sales = department("Sales", "");
        east = department("East", sales);
        shanghai = department("Shanghai", east);
        realm.put(
                        "crm/roles/area-lead",
                        Map.of(
                                "permissions",
                                Map.of("customer", List.of("export")),
                                "scopes",
                                Map.of("customer", "department_tree"),
                                "composites",
                                List.of("sales-rep")))
                .expect(201);
        realm.put("crm/roles/chief", Map.of("composites", List.of("area-lead"))).expect(201);
    }

    @Nested
    final class Provenance {

        @Test
        void tellsTheChainOfComposites() {
            JsonNode access = explain(member("chain", east, "chief"), Map.of());

            JsonNode from = entry(access.path("roles"), "name", "sales-rep").path("from");
            assertThat(from).hasSize(1);
            assertThat(from.path(0).path("via").asText()).isEqualTo("direct");
            assertThat(from.path(0).path("chain").toString()).isEqualTo("[\"chief\",\"area-lead\",\"sales-rep\"]");
            assertThat(entry(access.path("permissions"), "permission", "customer:export")
                            .path("from")
                            .path(0)
                            .path("chain")
                            .toString())
                    .isEqualTo("[\"chief\",\"area-lead\",\"crm/customer:export\"]");
        }

        @Test
        void tellsTheGroupAndTheOneBelowItToWhichThePersonBelongs() {
            String clubs = group("clubs", "");
            String golf = group("golf", clubs);
            grant(clubs, "sales-manager");
            String id = member("by-group", east);
            realm.put("users/" + id + "/groups/" + golf, Map.of()).expect(204);

            JsonNode from = entry(explain(id, Map.of()).path("roles"), "name", "sales-manager")
                    .path("from")
                    .path(0);

            assertThat(from.path("via").asText()).isEqualTo("group");
            assertThat(from.path("group").path("path").asText()).isEqualTo("/clubs");
            assertThat(from.path("memberOf").path("path").asText()).isEqualTo("/clubs/golf");
        }

        @Test
        void tellsEveryWayToTheSameRole() {
            String team = group("team", "");
            grant(team, "sales-rep");
            String id = member("twice", east, "sales-rep", "area-lead");
            realm.put("users/" + id + "/groups/" + team, Map.of()).expect(204);

            assertThat(entry(explain(id, Map.of()).path("roles"), "name", "sales-rep")
                            .path("from"))
                    .hasSize(3);
        }
    }

    @Nested
    final class DataScopes {

        @Test
        void tellWhichCountAndWhichAreCovered() {
            JsonNode access = explain(member("covered", east, "sales-rep", "finance"), Map.of());

            JsonNode grants =
                    entry(access.path("dataScopes"), "key", "customer").path("grants");

            assertThat(entry(grants, "role", "finance").path("effect").asText()).isEqualTo("counts");
            JsonNode rep = entry(grants, "role", "sales-rep");
            assertThat(rep.path("effect").asText()).isEqualTo("covered");
            assertThat(rep.path("key").asText()).isEqualTo("*");
            assertThat(rep.path("coveredBy").asText()).isEqualTo("all");
        }

        @Test
        void nameTheDepartmentsThatTheyMean() {
            JsonNode access = explain(member("tree", east, "area-lead"), Map.of());

            JsonNode grant =
                    entry(entry(access.path("dataScopes"), "key", "customer").path("grants"), "role", "area-lead");

            assertThat(grant.path("level").asText()).isEqualTo("department_tree");
            assertThat(grant.path("departments").findValuesAsText("path")).containsExactly("Sales/East");
        }

        @Test
        void ofThePersonReplaceThoseOfTheRoles() {
            String id = member("override", east, "finance");
            override(id, "customer=self");

            JsonNode grants = entry(explain(id, Map.of()).path("dataScopes"), "key", "customer")
                    .path("grants");

            assertThat(grants).hasSize(1);
            assertThat(grants.path(0).has("role")).isFalse();
            assertThat(grants.path(0).path("scope").asText()).isEqualTo("self");
        }

        @Test
        void ofSomebodyWithoutDepartmentAreEmpty() {
            JsonNode access = explain(member("nowhere", "", "sales-manager"), Map.of());

            assertThat(entry(access.path("dataScopes"), "key", "*")
                            .path("grants")
                            .path(0)
                            .path("effect")
                            .asText())
                    .isEqualTo("empty");
        }
    }

    @Nested
    final class Questions {

        @Test
        void areAnsweredWithTheConditionThatIsMissed() {
            JsonNode answer = explain(
                            member("asked", east, "area-lead"),
                            Map.of("module", "customer", "operation", "export", "department", "Sales"))
                    .path("answer");

            assertThat(answer.path("allowed").asBoolean()).isFalse();
            assertThat(answer.path("code").asText()).isEqualTo("crm.access.record-out-of-reach");
            JsonNode lead = entry(answer.path("grants"), "role", "area-lead");
            assertThat(lead.path("misses").toString()).isEqualTo("[\"department\"]");
        }

        @Test
        void findDepartmentsBelow() {
            String id = member("above", east, "area-lead");

            assertThat(explain(id, Map.of("module", "customer", "operation", "view", "department", shanghai))
                            .path("answer")
                            .path("allowed")
                            .asBoolean())
                    .isTrue();
        }

        @Test
        void findRecordsOfThePerson() {
            String id = member("owner", "", "sales-rep");

            JsonNode mine = explain(id, Map.of("module", "customer", "operation", "view", "owner", id));
            JsonNode others = explain(id, Map.of("module", "customer", "operation", "view", "owner", "somebody"));

            assertThat(mine.path("answer").path("code").asText()).isEqualTo("crm.access.record-allowed");
            assertThat(others.path("answer").path("allowed").asBoolean()).isFalse();
        }

        @Test
        void sayThatThePermissionIsMissingWhateverTheScope() {
            JsonNode answer = explain(
                            member("no-permission", east, "finance"),
                            Map.of("module", "customer", "operation", "delete", "region", "east"))
                    .path("answer");

            assertThat(answer.path("permitted").asBoolean()).isFalse();
            assertThat(answer.path("allowed").asBoolean()).isFalse();
            assertThat(answer.path("code").asText()).isEqualTo("crm.access.record-not-permitted");
            assertThat(answer.path("grants").path(0).path("matches").asBoolean())
                    .isTrue();
        }

        @Test
        void needToSayWhatIsToBeDone() {
            String id = member("vague", "", "sales-rep");

            assertThat(realm.get("crm/staff/" + id + "/access?owner=x")
                            .expect(400)
                            .code())
                    .isEqualTo("crm.access.question-incomplete");
        }
    }

    @Nested
    final class Problems {

        @Test
        void ofRolesAreToldToWhoLooksAtThePerson() {
            realm.importRole("broken", Map.of("crm.scope.customer", List.of("departmnt")));
            String id = member("misled", "", "broken");

            JsonNode problems = explain(id, Map.of()).path("problems");

            assertThat(problems.findValuesAsText("code")).containsExactly("crm.access.scope-level-unknown");
            assertThat(problems.path(0).path("role").asText()).isEqualTo("broken");
        }
    }

    @Nested
    final class Rights {

        @Test
        void areThoseToViewThePerson() {
            String id = member("viewed", "", "sales-rep");

            realm.asNewAdmin("view-users").get("crm/staff/" + id + "/access").expect(200);
            realm.asNewAdmin("query-users").get("crm/staff/" + id + "/access").expect(403);
            realm.asNewAdmin("view-users").get("crm/staff/nobody/access").expect(404);
            realm.get("crm/staff/" + id + "/nothing").expect(404);
        }

        @Test
        void nameNoGroupsAndClientsThatTheReaderMayNotSee() {
            RealmApi own = crm.newRealm();
            String id = own.post("crm/staff", Map.of("email", "seen@acme.example", "roles", List.of("finance")))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            String client = own.post("clients", Map.of("clientId", "secret-client"))
                    .expect(201)
                    .createdId();
            own.post("clients/" + client + "/roles", Map.of("name", "wrapper")).expect(201);
            JsonNode rep = own.get("roles/sales-rep").expect(200).json();
            own.post("clients/" + client + "/roles/wrapper/composites", List.of(rep))
                    .expect(204);
            String group = own.post("groups", Map.of("name", "secret-group"))
                    .expect(201)
                    .createdId();
            JsonNode wrapper =
                    own.get("clients/" + client + "/roles/wrapper").expect(200).json();
            own.post("groups/" + group + "/role-mappings/clients/" + client, List.of(wrapper))
                    .expect(204);
            own.put("users/" + id + "/groups/" + group, Map.of()).expect(204);
            RealmApi limited = FineGrainedAdmin.appointed(own, "query-users")
                    .may("views-one", "Users", List.of(id), "view")
                    .as();

            JsonNode told =
                    limited.get("crm/staff/" + id + "/access").expect(200).json();

            assertThat(own.get("crm/staff/" + id + "/access").expect(200).text())
                    .contains("/secret-group", "secret-client/wrapper");
            assertThat(told.toString()).doesNotContain("secret");
            JsonNode source =
                    entry(told.path("roles"), "name", "sales-rep").path("from").path(0);
            assertThat(source.path("via").asText()).isEqualTo("group");
            assertThat(source.path("chain").toString()).isEqualTo("[\"…\",\"sales-rep\"]");
        }
    }

    private JsonNode explain(String id, Map<String, String> question) {
        return realm.get("crm/staff/" + id + "/access?" + Query.of(question))
                .expect(200)
                .json();
    }

    private static JsonNode entry(JsonNode array, String key, String value) {
        for (JsonNode one : array) {
            if (one.path(key).asText().equals(value)) {
                return one;
            }
        }
        throw new AssertionError("no " + key + " " + value + " in " + array);
    }

    private String member(String name, String department, String... roles) {
        Map<String, Object> body = department.isEmpty()
                ? Map.of("email", name + "@acme.example", "roles", List.of(roles))
                : Map.of("email", name + "@acme.example", "roles", List.of(roles), "department", department);
        return realm.post("crm/staff", body).expect(201).json().path("id").asText();
    }

    private void override(String id, String scope) {
        var user = (ObjectNode) realm.get("users/" + id).expect(200).json();
        user.withObject("/attributes").putArray("dataScope").add(scope);
        realm.put("users/" + id, user).expect(204);
    }

    private String department(String name, String parent) {
        var body = parent.isEmpty() ? Map.of("name", name) : Map.of("name", name, "parentId", parent);
        return realm.post("crm/departments", body).expect(201).json().path("id").asText();
    }

    private String group(String name, String parent) {
        String path = parent.isEmpty() ? "groups" : "groups/" + parent + "/children";
        return realm.post(path, Map.of("name", name)).expect(201).createdId();
    }

    private void grant(String group, String role) {
        JsonNode granted = realm.get("roles/" + role).expect(200).json();
        realm.post("groups/" + group + "/role-mappings/realm", List.of(granted)).expect(204);
    }
}
