package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.SignInApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A file that is the whole staff: who stands in no row of it is off-boarded, and only who certainly stands in none. */
@WithKeycloak
final class SyncIT {

    /** So many that one absentee is less than 5 %. */
    private static final int MANY = 24;

    private final Crm crm;

    SyncIT(Crm crm) {
        this.crm = crm;
    }

    /** A realm with the members M1 to M{@code count}. */
    private SyncedStaff staff(int count) {
        return SyncedStaff.of(crm.newRealm(), count);
    }

    @Nested
    class AnAbsentee {

        @Test
        void losesSeatAndRolesAndAccount() {
            SyncedStaff staff = staff(MANY);
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

            ImportApi job = staff.upload(SyncedStaff.file(2, MANY)).completed(SyncedStaff.SYNC);

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
            SyncedStaff staff = staff(MANY);

            ImportApi job = staff.upload(SyncedStaff.file(2, MANY)).completed(SyncedStaff.SYNC);

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
            SyncedStaff staff = staff(MANY);
            var signIn = new SignInApi(staff.realm());
            String id = staff.member(1).path("id").asText();
            String online = refreshToken(signIn.withNewPassword(id, SyncedStaff.email(1), "openid"));
            String offline = refreshToken(signIn.password(id, SyncedStaff.email(1), "openid offline_access"));

            staff.upload(SyncedStaff.file(2, MANY)).completed(SyncedStaff.SYNC);

            assertThat(signIn.refresh(online).status()).isEqualTo(400);
            assertThat(signIn.refresh(offline).status()).isEqualTo(400);
            assertThat(signIn.password(id, SyncedStaff.email(1), "openid").status())
                    .isIn(400, 401);
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
            SyncedStaff staff = staff(MANY);
            staff.upload(SyncedStaff.file(2, MANY)).completed(SyncedStaff.SYNC);

            ImportApi again = staff.upload(SyncedStaff.file(2, MANY)).completed(SyncedStaff.SYNC);

            assertThat(again.count("offboarded")).isZero();
            assertThat(again.count("rows")).isEqualTo(MANY - 1);
        }

        @Test
        void staysIfHeIsMorePrivilegedThanWhoStartedTheImport() {
            SyncedStaff staff = staff(MANY);
            String id = staff.member(1).path("id").asText();
            staff.realm().grant(id, "realm-management", "realm-admin");
            var lesser = new SyncedStaff(staff.realm().asNewAdmin("manage-users"));

            ImportApi job = lesser.upload(SyncedStaff.file(2, MANY)).completed(SyncedStaff.SYNC);

            assertThat(job.errorCodes()).containsExactly("crm.staff.more-privileged");
            assertThat(job.rows("error").get(0).path("userId").asText()).isEqualTo(id);
            assertThat(staff.state(1)).isEqualTo("active");
        }

        @Test
        void staysIfHeIsAnAdministratorAtAll() {
            SyncedStaff staff = staff(MANY);
            staff.realm().grant(staff.member(1).path("id").asText(), "realm-management", "view-users");

            ImportApi job = staff.upload(SyncedStaff.file(2, MANY)).completed(SyncedStaff.SYNC);

            assertThat(job.errorCodes()).containsExactly("crm.lifecycle.administrator");
            assertThat(staff.state(1)).isEqualTo("active");
        }
    }

    @Nested
    class ARowWithAnError {

        @Test
        void keepsThePersonWhomItMeans() {
            SyncedStaff staff = staff(MANY);

            ImportApi job = staff.upload(
                            SyncedStaff.file(2, MANY).row("M1", SyncedStaff.email(1), "Doe", "Jane", "12345"))
                    .completed(SyncedStaff.SYNC);

            assertThat(job.errorCodes()).containsExactly("crm.import.phone-invalid");
            assertThat(job.rows("error").get(0).path("userId").asText())
                    .isEqualTo(staff.member(1).path("id").asText());
            assertThat(staff.left()).isZero();
        }

        @Test
        void keepsEverybodyIfItDoesNotSayWhomItMeans() {
            SyncedStaff staff = staff(MANY);

            ImportApi job = staff.upload(SyncedStaff.file(2, MANY).row("", "x@acme.example", "Doe", "Jane", ""))
                    .completed(SyncedStaff.SYNC);

            assertThat(job.json().path("notice").path("code").asText()).isEqualTo("crm.import.sync-blocked");
            assertThat(job.count("offboarded")).isZero();
            assertThat(staff.left()).isZero();
        }

        @Test
        void keepsEverybodyIfItsCellsMayStandAnywhere() {
            SyncedStaff staff = staff(MANY);

            ImportApi job = staff.upload(SyncedStaff.file(2, MANY).row("M1", SyncedStaff.email(1)))
                    .completed(SyncedStaff.SYNC);

            assertThat(job.json().path("notice").path("code").asText()).isEqualTo("crm.import.sync-blocked");
            assertThat(staff.left()).isZero();
        }
    }

    @Test
    void takesNoAddressForAKeyThatSeveralPeopleMayShare() {
        SyncedStaff staff = staff(1);
        staff.realm()
                .put("", Map.of("duplicateEmailsAllowed", true, "loginWithEmailAllowed", false))
                .expect(204);
        ImportApi job = staff.upload(SyncedStaff.file(1, 1));

        ApiResponse refused = staff.realm().post(job.path("start"), Map.of("mode", "sync", "key", "email"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("crm.import.sync-key-shared");
    }
}
