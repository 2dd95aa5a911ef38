package io.keycloakcrm.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.InvitationApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.MailServer;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A code is in the mail and in the answer to whoever copies a link, and nowhere else: whatever can be read later leads
 * nowhere.
 */
@WithKeycloak
final class InvitationSecretIT {

    private final Crm crm;
    private final MailServer server = MailServer.started();
    private final RealmApi realm;
    private final InvitationApi invitation;
    private final Set<String> codes = new TreeSet<>();

    InvitationSecretIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
        realm.put(
                        "",
                        Map.of(
                                "smtpServer",
                                server.settings(),
                                "eventsEnabled",
                                true,
                                "adminEventsEnabled",
                                true,
                                "adminEventsDetailsEnabled",
                                true))
                .expect(204);
        realm.set(Map.of("crm.invitation.cool-down", "PT0S", "crm.invitation.copy-link", "true"));
        this.invitation = InvitationApi.ofSomebody(realm);
    }

    @BeforeAll
    void giveCodesOut() {
        codes.add(server.awaitMail(invitation.email(), 1).code());
        invitation.awaitDelivery("sent");
        invitation.resend().expect(200);
        codes.add(server.awaitMail(invitation.email(), 2).code());
        String url = invitation.link().expect(200).json().path("url").asText();
        codes.add(url.substring(url.lastIndexOf('/') + 1));
        server.awaitMail(invitation.email(), 3);
        crm.secrets().addAll(codes); // the log of the whole run is looked through for them
        assertThat(codes).hasSize(3);
    }

    @AfterAll
    void closeTheServer() {
        server.close();
    }

    @Test
    void isInNoAnswer() {
        List<String> answers = List.of(
                realm.get("crm/invitations").expect(200).text(),
                realm.get(invitation.path("")).expect(200).text(),
                realm.get("crm/staff").expect(200).text(),
                realm.get("crm/staff/" + invitation.user()).expect(200).text(),
                realm.get("crm/setup").expect(200).text(),
                realm.get("users/" + invitation.user()).expect(200).text(),
                realm.get("").expect(200).text(),
                realm.post("partial-export?exportClients=true&exportGroupsAndRoles=true", Map.of())
                        .text());

        assertThat(answers).allSatisfy(this::assertTellsNothing);
    }

    @Test
    void isInNoEvent() {
        String adminEvents = realm.get("admin-events?max=100").expect(200).text();

        assertThat(adminEvents).contains("crm/invitations/" + invitation.id());
        assertTellsNothing(adminEvents);
        assertTellsNothing(realm.get("events?max=100").expect(200).text());
    }

    @Test
    void isInNoLogLine() {
        assertTellsNothing(String.join("\n", crm.log().lines()));
    }

    @Test
    @Tag("postgres-only")
    void isInNoColumnOfAnyTable() throws SQLException {
        try (Connection database = crm.connect()) {
            for (String table : tables(database)) {
                for (String row : rows(database, table)) {
                    assertThat(codes).as("table %s", table).noneMatch(row::contains);
                }
            }
        }
    }

    @Test
    @Tag("postgres-only")
    void leavesNothingOfAPersonWhoIsRemoved() throws SQLException {
        var leaver = InvitationApi.ofSomebody(realm);
        String email = leaver.email();
        String user = leaver.user();
        server.awaitMail(email, 1);
        leaver.awaitDelivery("sent");
        realm.delete("users/" + user).expect(204);

        try (Connection database = crm.connect()) {
            for (String table : List.of("crm_invitation", "crm_invitation_code", "crm_invitation_step", "crm_staff")) {
                assertThat(rows(database, table))
                        .as(table)
                        .noneMatch(row -> row.contains(user) || row.contains(leaver.id()) || row.contains(email));
            }
        }
    }

    private void assertTellsNothing(String text) {
        assertThat(codes).noneMatch(text::contains);
    }

    private static List<String> tables(Connection database) throws SQLException {
        List<String> tables = new ArrayList<>();
        DatabaseMetaData meta = database.getMetaData();
        try (ResultSet found =
                meta.getTables(database.getCatalog(), database.getSchema(), "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        assertThat(tables).isNotEmpty();
        return tables;
    }

    private static List<String> rows(Connection database, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("select * from " + table)) {
            ResultSetMetaData columns = found.getMetaData();
            while (found.next()) {
                var row = new StringBuilder();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.append(found.getString(i)).append('\n');
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
