package io.keycloakcrm.tests;

import static io.keycloakcrm.tests.ExplainedStaff.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.FineGrainedAdmin;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An administrator asks what somebody may do with a record, and is told as much as he may see of the person. */
@WithKeycloak
final class ExplainAnswerIT {

    private final Crm crm;
    private final RealmApi realm;
    private final ExplainedStaff staff;

    ExplainAnswerIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
        this.staff = ExplainedStaff.of(realm);
    }

    @Nested
    final class Questions {

        @Test
        void areAnsweredWithTheConditionThatIsMissed() {
            JsonNode answer = staff.explain(
                            staff.member("asked", staff.east(), "area-lead"),
                            Map.of("module", "customer", "operation", "export", "department", "Sales"))
                    .path("answer");

            assertThat(answer.path("allowed").asBoolean()).isFalse();
            assertThat(answer.path("code").asText()).isEqualTo("crm.access.record-out-of-reach");
            JsonNode lead = entry(answer.path("grants"), "role", "area-lead");
            assertThat(lead.path("misses").toString()).isEqualTo("[\"department\"]");
        }

        @Test
        void findDepartmentsBelow() {
            String id = staff.member("above", staff.east(), "area-lead");

            assertThat(staff.explain(
                                    id,
                                    Map.of("module", "customer", "operation", "view", "department", staff.shanghai()))
                            .path("answer")
                            .path("allowed")
                            .asBoolean())
                    .isTrue();
        }

        @Test
        void findRecordsOfThePerson() {
            String id = staff.member("owner", "", "sales-rep");

            JsonNode mine = staff.explain(id, Map.of("module", "customer", "operation", "view", "owner", id));
            JsonNode others = staff.explain(id, Map.of("module", "customer", "operation", "view", "owner", "somebody"));

            assertThat(mine.path("answer").path("code").asText()).isEqualTo("crm.access.record-allowed");
            assertThat(others.path("answer").path("allowed").asBoolean()).isFalse();
        }

        @Test
        void sayThatThePermissionIsMissingWhateverTheScope() {
            JsonNode answer = staff.explain(
                            staff.member("no-permission", staff.east(), "finance"),
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
            String id = staff.member("vague", "", "sales-rep");

            assertThat(realm.get("crm/staff/" + id + "/access?owner=x")
                            .expect(400)
                            .code())
                    .isEqualTo("crm.access.question-incomplete");
        }
    }

    @Nested
    final class Rights {

        @Test
        void areThoseToViewThePerson() {
            String id = staff.member("viewed", "", "sales-rep");

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
}
