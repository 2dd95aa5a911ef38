package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.api.SignInApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A file that is the whole staff: who stands in no row of it is off-boarded, and only who certainly stands in none. */
@WithKeycloak
final class SyncIT {

    private static final Map<String, Object> SYNC = Map.of("mode", "sync", "key", "employeeNumber");

    /** So many that one absentee is less than 5 %. */
    private static final int MANY = 24;

    private final Crm crm;

    SyncIT(Crm crm) {
        this.crm = crm;
    }

    /** A realm with the members M1 to M{@code count}. */
    private Staff staff(int count) {
        RealmApi realm = crm.newRealm();
        ImportApi.uploaded(realm, "staff.csv", file(1, count).bytes()).completed(ImportApi.UPSERT);
        return new Staff(realm);
    }

    private static Csv file(int first, int last) {
        Csv file = Csv.withHeader("employeeNumber", "email", "lastName", "firstName", "phone");
        IntStream.rangeClosed(first, last).forEach(i -> file.row("M" + i, email(i), "Doe", "Jane", ""));
        return file;
    }

    private static String email(int i) {
        return "m" + i + "@acme.example";
    }

    /** A realm with members. */
    private record Staff(RealmApi realm) {

        ImportApi upload(Csv file) {
            return ImportApi.uploaded(realm, "staff.csv", file.bytes());
        }

        JsonNode member(int i) {
            String id = realm.get("crm/staff?employeeNumber=M" + i)
                    .expect(200)
                    .json()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asText();
            return realm.get("crm/staff/" + id).expect(200).json();
        }

        String state(int i) {
            return member(i).path("state").asText();
        }

        long left() {
            return realm.get("crm/staff?status=left")
                    .expect(200)
                    .json()
                    .path("total")
                    .asLong();
        }

        ImportApi paused(Csv file) {
            ImportApi job = upload(file);
            job.start(SYNC);
            job.awaitState("paused");
            return job;
        }

        ApiResponse resume(ImportApi job, Map<String, ?> body) {
            return realm.post(job.path("resume"), body);
        }
    }

    @Nested
    class AnAbsentee {

        @Test
        void losesSeatAndRolesAndAccount() {
            Staff staff = staff(MANY);
            JsonNode department = staff.realm()
                    .post("crm/departments", Map.of("name", "Sales"))
                    .expect(201)
                    .json();
            String id = staff.member(1).path("id").asText();
            staff.realm()
                    .put(
                            "crm/staff/" + id,
                            Map.of("department", "Sales", "departmentHead", true, "roles", List.of("sales-rep")))
                    .expect(200);

            ImportApi job = staff.upload(file(2, MANY)).completed(SYNC);

            JsonNode member = staff.member(1);
            assertThat(member.path("state").asText()).isEqualTo("left");
            assertThat(member.path("enabled").asBoolean()).isFalse();
            assertThat(member.path("roles")).isEmpty();
            assertThat(member.has("department")).isFalse();
            assertThat(staff.realm()
                            .get("groups/" + department.path("id").asText())
                            .json()
                            .path("attributes")
                            .has("crm.head"))
                    .isFalse();
            assertThat(job.count("offboarded")).isEqualTo(1);
            assertThat(job.count("unchanged")).isEqualTo(MANY - 1);
            assertThat(staff.left()).isEqualTo(1);
        }

        @Test
        void standsInTheResultsAfterTheLastRow() {
            Staff staff = staff(MANY);

            ImportApi job = staff.upload(file(2, MANY)).completed(SYNC);

            JsonNode row = job.rows("offboard").get(0);
            assertThat(row.path("row").asInt()).isEqualTo(MANY);
            assertThat(row.path("line").asInt()).isZero();
            assertThat(row.path("userId").asText())
                    .isEqualTo(staff.member(1).path("id").asText());
            assertThat(row.path("changes")
                            .path("employmentStatus")
                            .path("after")
                            .asText())
                    .isEqualTo("left");
            assertThat(job.count("rows")).isEqualTo(MANY);
            assertThat(job.results().lines().toList().get(MANY))
                    .isEqualTo("\"M1\",\"m1@acme.example\",\"Doe\",\"Jane\",\"\",\"offboard\",\"\"");
        }

        @Test
        void cannotGoOnWithAnythingThatWasIssued() {
            Staff staff = staff(MANY);
            var signIn = new SignInApi(staff.realm());
            String id = staff.member(1).path("id").asText();
            String online = refreshToken(signIn.withNewPassword(id, email(1), "openid"));
            String offline = refreshToken(signIn.password(id, email(1), "openid offline_access"));

            staff.upload(file(2, MANY)).completed(SYNC);

            assertThat(signIn.refresh(online).status()).isEqualTo(400);
            assertThat(signIn.refresh(offline).status()).isEqualTo(400);
            assertThat(signIn.password(id, email(1), "openid").status()).isIn(400, 401);
            assertThat(staff.realm().get("users/" + id + "/sessions").json()).isEmpty();
            assertThat(staff.realm()
                            .get("users/" + id + "/offline-sessions/"
                                    + staff.realm().clientUuid("admin-cli"))
                            .json())
                    .isEmpty();
        }

        private String refreshToken(ApiResponse answer) {
            return answer.expect(200).json().path("refresh_token").asText();
        }

        @Test
        void isNotCountedOnceHeHasLeft() {
            Staff staff = staff(MANY);
            staff.upload(file(2, MANY)).completed(SYNC);

            ImportApi again = staff.upload(file(2, MANY)).completed(SYNC);

            assertThat(again.count("offboarded")).isZero();
            assertThat(again.count("rows")).isEqualTo(MANY - 1);
        }

        @Test
        void staysIfHeIsMorePrivilegedThanWhoStartedTheImport() {
            Staff staff = staff(MANY);
            String id = staff.member(1).path("id").asText();
            staff.realm().grant(id, "realm-management", "realm-admin");
            var lesser = new Staff(staff.realm().asNewAdmin("manage-users"));

            ImportApi job = lesser.upload(file(2, MANY)).completed(SYNC);

            assertThat(job.errorCodes()).containsExactly("crm.staff.more-privileged");
            assertThat(job.rows("error").get(0).path("userId").asText()).isEqualTo(id);
            assertThat(staff.state(1)).isEqualTo("active");
        }

        @Test
        void staysIfHeIsAnAdministratorAtAll() {
            Staff staff = staff(MANY);
            staff.realm().grant(staff.member(1).path("id").asText(), "realm-management", "view-users");

            ImportApi job = staff.upload(file(2, MANY)).completed(SYNC);

            assertThat(job.errorCodes()).containsExactly("crm.lifecycle.administrator");
            assertThat(staff.state(1)).isEqualTo("active");
        }
    }

    @Nested
    class ARowWithAnError {

        @Test
        void keepsThePersonWhomItMeans() {
            Staff staff = staff(MANY);

            ImportApi job = staff.upload(file(2, MANY).row("M1", email(1), "Doe", "Jane", "12345"))
                    .completed(SYNC);

            assertThat(job.errorCodes()).containsExactly("crm.import.phone-invalid");
            assertThat(job.rows("error").get(0).path("userId").asText())
                    .isEqualTo(staff.member(1).path("id").asText());
            assertThat(staff.left()).isZero();
        }

        @Test
        void keepsEverybodyIfItDoesNotSayWhomItMeans() {
            Staff staff = staff(MANY);

            ImportApi job = staff.upload(file(2, MANY).row("", "x@acme.example", "Doe", "Jane", ""))
                    .completed(SYNC);

            assertThat(job.json().path("notice").path("code").asText()).isEqualTo("crm.import.sync-blocked");
            assertThat(job.count("offboarded")).isZero();
            assertThat(staff.left()).isZero();
        }

        @Test
        void keepsEverybodyIfItsCellsMayStandAnywhere() {
            Staff staff = staff(MANY);

            ImportApi job = staff.upload(file(2, MANY).row("M1", email(1))).completed(SYNC);

            assertThat(job.json().path("notice").path("code").asText()).isEqualTo("crm.import.sync-blocked");
            assertThat(staff.left()).isZero();
        }
    }

    @Nested
    class TheBrake {

        @Test
        void waitsForTheNumberOfPeople() {
            Staff staff = staff(10);
            ImportApi job = staff.paused(file(4, 10));

            assertThat(job.json().path("notice").path("code").asText()).isEqualTo("crm.import.sync-brake");
            assertUnconfirmed(staff.resume(job, Map.of()), 3);
            assertUnconfirmed(staff.resume(job, Map.of("offboard", 2)), 3);
            assertThat(staff.left()).isZero();

            staff.resume(job, Map.of("offboard", 3)).expect(200);
            job.awaitState("completed");

            assertThat(job.count("offboarded")).isEqualTo(3);
            assertThat(staff.left()).isEqualTo(3);
        }

        @Test
        void asksAgainIfTheNumberHasChanged() {
            Staff staff = staff(10);
            ImportApi job = staff.paused(file(4, 10));
            staff.realm()
                    .post("crm/staff", Map.of("employeeNumber", "M11", "email", email(11)))
                    .expect(201);

            staff.resume(job, Map.of("offboard", 3)).expect(200);
            job.awaitState("paused");

            assertUnconfirmed(staff.resume(job, Map.of("offboard", 3)), 4);
            assertThat(staff.left()).isZero();

            staff.resume(job, Map.of("offboard", 4)).expect(200);
            job.awaitState("completed");
            assertThat(staff.left()).isEqualTo(4);
        }

        @Test
        void doesNotHoldADryRun() {
            Staff staff = staff(10);

            ImportApi job = staff.upload(file(4, 10)).checked(SYNC);

            assertThat(job.count("offboarded")).isEqualTo(3);
            assertThat(job.rows("offboard")).hasSize(3);
            assertThat(staff.left()).isZero();
        }

        private void assertUnconfirmed(ApiResponse answer, int number) {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("crm.import.offboard-unconfirmed");
            assertThat(answer.json().path("params").path(1).asInt()).isEqualTo(number);
        }
    }

    @Test
    void takesNoAddressForAKeyThatSeveralPeopleMayShare() {
        Staff staff = staff(1);
        staff.realm()
                .put("", Map.of("duplicateEmailsAllowed", true, "loginWithEmailAllowed", false))
                .expect(204);
        ImportApi job = staff.upload(file(1, 1));

        ApiResponse refused = staff.realm().post(job.path("start"), Map.of("mode", "sync", "key", "email"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("crm.import.sync-key-shared");
    }
}
