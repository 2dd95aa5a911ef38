package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sync that would off-board many people waits until somebody confirms their number. */
@WithKeycloak
final class SyncBrakeIT {

    private final Crm crm;

    SyncBrakeIT(Crm crm) {
        this.crm = crm;
    }

    @Test
    void waitsForTheNumberOfPeople() {
        SyncedStaff staff = SyncedStaff.of(crm.newRealm(), 10);
        ImportApi job = staff.paused(SyncedStaff.file(4, 10));

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
        SyncedStaff staff = SyncedStaff.of(crm.newRealm(), 10);
        ImportApi job = staff.paused(SyncedStaff.file(4, 10));
        staff.realm()
                .post("crm/staff", Map.of("employeeNumber", "M11", "email", SyncedStaff.email(11)))
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
        SyncedStaff staff = SyncedStaff.of(crm.newRealm(), 10);

        ImportApi job = staff.upload(SyncedStaff.file(4, 10)).checked(SyncedStaff.SYNC);

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
