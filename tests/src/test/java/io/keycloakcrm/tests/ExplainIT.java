package io.keycloakcrm.tests;

import static io.keycloakcrm.tests.ExplainedStaff.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An administrator sees why somebody may or may not: every role, permission and data scope with where it comes from. */
@WithKeycloak
final class ExplainIT {

    private final RealmApi realm;
    private final ExplainedStaff staff;

    ExplainIT(Crm crm) {
        this.realm = crm.newRealm();
        this.staff = ExplainedStaff.of(realm);
    }

    @Nested
    final class Provenance {

        @Test
        void tellsTheChainOfComposites() {
            JsonNode access = staff.explain(staff.member("chain", staff.east(), "chief"), Map.of());

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
            String id = staff.member("by-group", staff.east());
            realm.put("users/" + id + "/groups/" + golf, Map.of()).expect(204);

            JsonNode from = entry(staff.explain(id, Map.of()).path("roles"), "name", "sales-manager")
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
            String id = staff.member("twice", staff.east(), "sales-rep", "area-lead");
            realm.put("users/" + id + "/groups/" + team, Map.of()).expect(204);

            assertThat(entry(staff.explain(id, Map.of()).path("roles"), "name", "sales-rep")
                            .path("from"))
                    .hasSize(3);
        }
    }

    @Nested
    final class DataScopes {

        @Test
        void tellWhichCountAndWhichAreCovered() {
            JsonNode access = staff.explain(staff.member("covered", staff.east(), "sales-rep", "finance"), Map.of());

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
            JsonNode access = staff.explain(staff.member("tree", staff.east(), "area-lead"), Map.of());

            JsonNode grant =
                    entry(entry(access.path("dataScopes"), "key", "customer").path("grants"), "role", "area-lead");

            assertThat(grant.path("level").asText()).isEqualTo("department_tree");
            assertThat(grant.path("departments").findValuesAsText("path")).containsExactly("Sales/East");
        }

        @Test
        void ofThePersonReplaceThoseOfTheRoles() {
            String id = staff.member("override", staff.east(), "finance");
            override(id, "customer=self");

            JsonNode grants = entry(staff.explain(id, Map.of()).path("dataScopes"), "key", "customer")
                    .path("grants");

            assertThat(grants).hasSize(1);
            assertThat(grants.path(0).has("role")).isFalse();
            assertThat(grants.path(0).path("scope").asText()).isEqualTo("self");
        }

        @Test
        void ofSomebodyWithoutDepartmentAreEmpty() {
            JsonNode access = staff.explain(staff.member("nowhere", "", "sales-manager"), Map.of());

            assertThat(entry(access.path("dataScopes"), "key", "*")
                            .path("grants")
                            .path(0)
                            .path("effect")
                            .asText())
                    .isEqualTo("empty");
        }
    }

    @Nested
    final class Problems {

        @Test
        void ofRolesAreToldToWhoLooksAtThePerson() {
            realm.importRole("broken", Map.of("crm.scope.customer", List.of("departmnt")));
            String id = staff.member("misled", "", "broken");

            JsonNode problems = staff.explain(id, Map.of()).path("problems");

            assertThat(problems.findValuesAsText("code")).containsExactly("crm.access.scope-level-unknown");
            assertThat(problems.path(0).path("role").asText()).isEqualTo("broken");
        }
    }

    private void override(String id, String scope) {
        var user = (ObjectNode) realm.get("users/" + id).expect(200).json();
        user.withObject("/attributes").putArray("dataScope").add(scope);
        realm.put("users/" + id, user).expect(204);
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
