package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.InvitationSteps;
import io.keycloakcrm.tests.api.InvitationSteps.Edition;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an invitation and its codes allow, step by step. */
@WithKeycloak
final class InvitationStepsIT {

    private final Crm crm;
    private final RealmApi realm;
    private InvitationSteps person;
    private Edition edition;

    InvitationStepsIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
        this.person = InvitationSteps.ofSomebody(realm);
        this.edition = person.invited();
    }

    @BeforeEach
    void inviteSomebodyElse() {
        person = InvitationSteps.ofSomebody(realm);
        edition = person.invited();
    }

    @Test
    void goesFromPendingToAccepted() {
        String code = person.mint(edition);
        assertThat(person.look(code)).isEqualTo("pending");
        assertThat(person.take("open", edition)).isTrue();
        assertThat(person.look(code)).isEqualTo("opened");
        assertThat(person.take("claim", edition)).isTrue();
        assertThat(person.look(code)).isEqualTo("claimed");
        assertThat(person.take("accept", edition)).isTrue();
        assertThat(person.state(edition)).isEqualTo("accepted");
        assertThat(person.look(code)).isEmpty();
        assertThat(person.live()).isEmpty();
    }

    @Test
    void burnsNothingByLooking() {
        String code = person.mint(edition);
        for (int i = 0; i < 5; i++) {
            assertThat(person.look(code)).isEqualTo("pending");
        }

        assertThat(person.take("claim", edition)).isTrue();
    }

    @Test
    void canBeOpenedAgainUntilItIsClaimed() {
        assertThat(person.take("open", edition)).isTrue();
        assertThat(person.take("open", edition)).isTrue();
        person.take("claim", edition);

        assertThat(person.take("open", edition)).isFalse();
    }

    @Test
    void acceptsNobodyWhoHasNotClaimed() {
        assertThat(person.take("accept", edition)).isFalse();
        person.take("open", edition);
        assertThat(person.take("accept", edition)).isFalse();
    }

    @Test
    void isOneAtATime() {
        assertThat(person.take("invite", edition)).isFalse();
        person.take("claim", edition);
        assertThat(person.take("invite", edition)).isFalse();
        person.take("accept", edition);
        assertThat(person.take("invite", edition)).isTrue();
    }

    @Test
    void cannotBeRevokedOnceThePersonIsIn() {
        person.take("claim", edition);

        assertThat(person.take("revoke", edition)).isFalse();
        assertThat(person.take("renew", edition)).isFalse();
    }

    @Test
    void isDeadOnceRevoked() {
        String code = person.mint(edition);
        assertThat(person.take("revoke", edition)).isTrue();

        assertThat(person.look(code)).isEmpty();
        assertThat(person.mint(edition)).isEmpty();
        assertThat(person.take("open", edition)).isFalse();
        assertThat(person.take("claim", edition)).isFalse();
        assertThat(person.take("renew", edition)).isFalse();
    }

    @Test
    void doesNotUseFirstCodeAfterSendingAnew() {
        String first = person.mint(edition);
        assertThat(person.take("renew", edition)).isTrue();
        String second = person.mint(edition.next());

        assertThat(person.look(first)).isEmpty();
        assertThat(person.look(second)).isEqualTo("pending");
        assertThat(person.mint(edition)).isEmpty();
        assertThat(person.take("claim", edition)).isFalse();
        assertThat(person.take("claim", edition.next())).isTrue();
    }

    @Test
    void letsSeveralCodesOfOneEditionIn() {
        String mail = person.mint(edition);
        String link = person.mint(edition);

        assertThat(mail).isNotEqualTo(link);
        assertThat(person.look(mail)).isEqualTo("pending");
        assertThat(person.look(link)).isEqualTo("pending");
    }

    @Test
    void diesWithTheAddressItWasSentTo() {
        InvitationSteps moved = person.at("elsewhere@acme.example");

        assertThat(moved.take("open", edition)).isFalse();
        assertThat(moved.take("claim", edition)).isFalse();
        assertThat(moved.mint(edition)).isEmpty();
    }

    @Test
    void isForOnePerson() {
        InvitationSteps other = InvitationSteps.ofSomebody(realm);

        assertThat(new InvitationSteps(realm, other.user(), person.address()).take("claim", edition))
                .isFalse();
    }

    @Test
    void leadsNowhereInAnotherRealm() {
        String code = person.mint(edition);
        InvitationSteps elsewhere = person.in(crm.newRealm());

        assertThat(elsewhere.look(code)).isEmpty();
        assertThat(elsewhere.state(edition)).isEmpty();
        assertThat(elsewhere.take("claim", edition)).isFalse();
        assertThat(elsewhere.take("revoke", edition)).isFalse();
    }

    @Test
    void knowsNoCodeThatIsNone() {
        assertThat(person.look("")).isEmpty();
        assertThat(person.look("' or 1=1 --")).isEmpty();
        assertThat(person.look("A".repeat(43))).isEmpty();
        assertThat(person.look("A".repeat(10_000))).isEmpty();
    }

    @Test
    @Tag("postgres-only")
    void isOverAtTheSecondByTheClockOfTheDatabase() throws SQLException {
        String code = person.mint(edition);
        expire(Duration.ofSeconds(2));
        assertThat(person.look(code)).isEqualTo("pending");
        assertThat(person.take("open", edition)).isTrue();

        expire(Duration.ofSeconds(-1));

        assertThat(person.look(code)).isEmpty();
        assertThat(person.take("open", edition)).isFalse();
        assertThat(person.take("claim", edition)).isFalse();
        assertThat(person.mint(edition)).isEmpty();
    }

    @Test
    @Tag("postgres-only")
    void canBeSentAnewAfterItHasRunOut() throws SQLException {
        expire(Duration.ofSeconds(-1));

        assertThat(person.take("renew", edition)).isTrue();
        assertThat(person.take("claim", edition.next())).isTrue();
    }

    @Test
    @Tag("postgres-only")
    void makesRoomForAnotherAfterItHasRunOut() throws SQLException {
        expire(Duration.ofSeconds(-1));

        assertThat(person.take("invite", edition)).isTrue();
        assertThat(person.state(edition)).isEqualTo("expired");
        assertThat(person.take("renew", edition)).isFalse();
    }

    @Test
    @Tag("postgres-only")
    void keepsNoCodeThatCouldBeUsed() throws SQLException {
        String code = person.mint(edition);

        try (Connection database = crm.connect();
                PreparedStatement statement = database.prepareStatement(
                        "select CODE_HASH from CRM_INVITATION_CODE where INVITATION_ID = ?")) {
            statement.setString(1, edition.invitation());
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).hasSize(64).isNotEqualTo(code);
                assertThat(person.look(row.getString(1).substring(0, 43))).isEmpty();
            }
        }
    }

    /** The database runs on this machine, so their clocks are one. */
    private void expire(Duration in) throws SQLException {
        try (Connection database = crm.connect();
                PreparedStatement statement =
                        database.prepareStatement("update CRM_INVITATION set EXPIRES_AT = ? where ID = ?")) {
            statement.setLong(1, System.currentTimeMillis() + in.toMillis());
            statement.setString(2, edition.invitation());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
