package io.keycloakcrm.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.InvitationApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.MailServer;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An import whose new members are invited, each of them once, when it is done. */
@WithKeycloak
final class BulkInvitationIT {

    private static final Map<String, Object> INVITING =
            Map.of("mode", "upsert", "key", "employeeNumber", "createDepartments", true, "invite", true);

    private final Crm crm;
    private final MailServer server = MailServer.started();

    BulkInvitationIT(Crm crm) {
        this.crm = crm;
    }

    @AfterAll
    void closeTheServer() {
        server.close();
    }

    @Test
    void invitesEachNewMemberOnce() {
        RealmApi realm = newRealm();
        int people = 230;
        var file = Csv.withHeader("employeeNumber", "email");
        IntStream.range(0, people).forEach(i -> file.row("N" + i, address(realm, i)));

        ImportApi done = ImportApi.uploaded(realm, "staff.csv", file.bytes()).completed(INVITING);

        assertThat(done.count("created")).isEqualTo(people);
        Awaitility.await("all are sent")
                .atMost(Duration.ofSeconds(60))
                .until(() -> total(realm, "delivery=sent") == people);
        assertThat(server.recipients())
                .filteredOn(address -> address.startsWith(realm.name()))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, people)
                        .mapToObj(i -> address(realm, i))
                        .toList());
        assertThat(total(realm, "")).isEqualTo(people);
    }

    @Test
    void leavesThoseAloneWhoWereThere() {
        RealmApi realm = newRealm();
        String old = InvitationApi.newAddress();
        realm.post("crm/staff", Map.of("email", old, "employeeNumber", "OLD")).expect(201);
        String young = InvitationApi.newAddress();
        byte[] file = Csv.withHeader("employeeNumber", "email", "position")
                .row("OLD", old, "Chief")
                .row("NEW", young, "Rep")
                .bytes();

        ImportApi done = ImportApi.uploaded(realm, "staff.csv", file).completed(INVITING);

        JsonNode invited = realm.get("crm/invitations").expect(200).json();
        assertThat(invited.path("total").asInt()).isEqualTo(1);
        JsonNode one = new InvitationApi(
                        realm, invited.path("items").path(0).path("id").asText())
                .json();
        assertThat(one.path("email").asText()).isEqualTo(young);
        assertThat(one.path("source").asText()).isEqualTo("import");
        assertThat(one.path("importRow").path("importId").asText()).isEqualTo(done.id());
        assertThat(one.path("importRow").path("row").asInt()).isEqualTo(2);
        assertThat(server.awaitMail(young, 1).link()).isNotBlank();
        assertThat(server.mailsTo(old)).isEmpty();
    }

    @Test
    void invitesWhoeverIsNewThoughHisManagerCouldNotBeSet() {
        RealmApi realm = newRealm();
        String old = InvitationApi.newAddress();
        realm.post("crm/staff", Map.of("email", old, "employeeNumber", "OLD")).expect(201);
        String young = InvitationApi.newAddress();
        byte[] file = Csv.withHeader("employeeNumber", "email", "phone", "manager")
                .row("BOSS", InvitationApi.newAddress(), "12", "")
                .row("NEW", young, "", "BOSS")
                .row("OLD", old, "", "BOSS")
                .bytes();

        ImportApi done = ImportApi.uploaded(realm, "staff.csv", file).completed(INVITING);

        assertThat(done.errorCodes())
                .containsExactly(
                        "crm.import.phone-invalid", "crm.import.manager-row-failed", "crm.import.manager-row-failed");
        assertThat(server.awaitMail(young, 1).link()).isNotBlank();
        assertThat(total(realm, "")).isEqualTo(1);
    }

    @Test
    void invitesNobodyInADryRunOrUnlessAsked() {
        RealmApi realm = newRealm();
        byte[] file = Csv.withHeader("employeeNumber", "email")
                .row("A1", InvitationApi.newAddress())
                .bytes();

        ImportApi job = ImportApi.uploaded(realm, "staff.csv", file).checked(INVITING);
        assertThat(total(realm, "")).isZero();
        job.completed(ImportApi.UPSERT);

        assertThat(total(realm, "")).isZero();
    }

    @Test
    void invitesWhoeverHasNoAddressWithoutAMail() {
        RealmApi realm = newRealm();
        byte[] file =
                Csv.withHeader("employeeNumber", "position").row("B100", "Rep").bytes();

        ImportApi done = ImportApi.uploaded(realm, "staff.csv", file).completed(INVITING);

        assertThat(done.count("created")).as("%s", done.rows()).isEqualTo(1);

        assertThat(total(realm, "delivery=none&state=pending")).isEqualTo(1);
    }

    @Test
    void remindsNobodyLongBeforeTheEnd() {
        RealmApi realm = newRealm().set(Map.of("crm.invitation.reminder", "PT1H"));
        var invitation = InvitationApi.ofSomebody(realm).awaitDelivery("sent");
        var soon = newRealm().set(Map.of("crm.invitation.reminder", "PT59M59S", "crm.invitation.life", "PT1H"));
        server.awaitMail(InvitationApi.ofSomebody(soon).email(), 2);

        assertThat(invitation.steps()).doesNotContain("reminded");
    }

    @Test
    @Tag("postgres-only")
    void marksAnInvitationWhoseTimeIsOver() throws SQLException {
        var invitation = InvitationApi.ofSomebody(newRealm()).awaitDelivery("sent");
        try (Connection database = crm.connect();
                PreparedStatement statement =
                        database.prepareStatement("update CRM_INVITATION set EXPIRES_AT = ? where ID = ?")) {
            statement.setLong(1, System.currentTimeMillis() - 1000);
            statement.setString(2, invitation.id());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }

        assertThat(invitation.json().path("state").asText()).isEqualTo("expired");
        Awaitility.await("it is marked")
                .atMost(Duration.ofSeconds(30))
                .until(() -> invitation.steps().contains("expired"));
        assertThat(invitation.resend().expect(200).json().path("state").asText())
                .isEqualTo("pending");
    }

    @Test
    void remindsOnceBeforeTheEnd() {
        RealmApi realm = newRealm().set(Map.of("crm.invitation.reminder", "PT59M59S", "crm.invitation.life", "PT1H"));
        var invitation = InvitationApi.ofSomebody(realm, Map.of("locale", "en"));

        var reminder = server.awaitMail(invitation.email(), 2);

        assertThat(reminder.subject()).contains("Reminder");
        String first = server.mailsTo(invitation.email()).get(0).code();
        assertThat(reminder.code()).isNotEqualTo(first);
        assertThat(List.of(first, reminder.code()))
                .allMatch(code -> invitation.look(code).equals("pending"));
        assertThat(invitation.json().path("version").asInt()).isEqualTo(1);
        assertThat(invitation.steps()).containsOnlyOnce("reminded");
    }

    private RealmApi newRealm() {
        RealmApi realm = crm.newRealm();
        realm.put("", Map.of("smtpServer", server.settings())).expect(204);
        return realm.set(Map.of("crm.invitation.cool-down", "PT0S"));
    }

    private static String address(RealmApi realm, int number) {
        return realm.name() + "-" + number + "@acme.example";
    }

    private static int total(RealmApi realm, String query) {
        return realm.get("crm/invitations?max=1&" + query)
                .expect(200)
                .json()
                .path("total")
                .asInt();
    }
}
