package io.keycloakcrm.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakcrm.outbox.Undelivered.Fault;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourierTest {

    private final OutboxHouse house = new OutboxHouse();
    private final List<Outcome> measured = new ArrayList<>();
    private final Records records = new Records(house.transactions, new Retry(1_000, 3), () -> 0.5);
    private final Courier courier = new Courier(house.transactions, 60_000, records, new OutboxMeters() {

        @Override
        public void attempt(Outcome outcome, long nanos) {
            measured.add(outcome);
        }

        @Override
        public void load(Load load) {}
    });

    @AfterEach
    void leaveTheHouse() {
        house.close();
    }

    @Test
    void commitsThatItBeginsBeforeItSendsAndHowItEndedAfter() {
        assertThat(deliver(0)).isEqualTo(Outcome.SENT);

        assertThat(house.story)
                .containsExactly("(", "begin", "prepare ref", ")", "(", "send", ")", "(", "sent", "tell SENT", ")");
    }

    @Test
    void sendsNothingThatSomebodyElseHas() {
        house.holds = false;

        assertThat(deliver(0)).isEqualTo(Outcome.LOST);
        assertThat(house.story).containsExactly("(", "begin", ")");
    }

    @Test
    void sendsNothingThatIsNoLongerWanted() {
        house.prepared = Optional.empty();

        assertThat(deliver(0)).isEqualTo(Outcome.WITHDRAWN);
        assertThat(house.story).containsExactly("(", "begin", "prepare ref", "withdrawn", "tell WITHDRAWN", ")");
    }

    @Test
    void triesAgainWhatWasNotTaken() {
        refuse(Fault.LATER);

        assertThat(deliver(1)).isEqualTo(Outcome.LATER);
        assertThat(house.story).contains("postpone by 2000").doesNotContain("tell UNDELIVERABLE");
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        refuse(Fault.DOWN);

        assertThat(deliver(2)).isEqualTo(Outcome.NEVER);
        assertThat(house.story).endsWith("bury crm.outbox.refused", "tell UNDELIVERABLE", ")");
    }

    @Test
    void givesUpAtOnceWhatIsRefusedForGood() {
        refuse(Fault.NEVER);

        assertThat(deliver(0)).isEqualTo(Outcome.NEVER);
        assertThat(house.story).endsWith("bury crm.outbox.refused", "tell UNDELIVERABLE", ")");
    }

    @Test
    void doesNotSendAgainWhatMayHaveArrived() {
        refuse(Fault.UNCERTAIN);

        assertThat(deliver(0)).isEqualTo(Outcome.UNCERTAIN);
        assertThat(house.story).endsWith("bury crm.outbox.refused", "tell UNCERTAIN", ")");
    }

    @Test
    void doesNotSendAgainAfterAnErrorThatItCannotRead() {
        house.prepared = Optional.of(session -> {
            throw new IllegalStateException();
        });

        assertThat(deliver(0)).isEqualTo(Outcome.UNCERTAIN);
        assertThat(house.story).endsWith("rollback", "(", "bury crm.outbox.uncertain", "tell UNCERTAIN", ")");
    }

    @Test
    void triesAgainWhatCouldNotBePrepared() {
        house.failure = new IllegalStateException();

        assertThat(deliver(0)).isEqualTo(Outcome.LATER);
        assertThat(house.story)
                .containsExactly("(", "begin", "prepare ref", "rollback", "(", "begin", "postpone by 1000", ")");
    }

    @Test
    void blamesNoParcelForTheDatabase() {
        house.failure = new IllegalStateException(new SQLException("x", "08006"));

        assertThatThrownBy(() -> deliver(0)).isSameAs(house.failure);
        assertThat(house.story).endsWith("rollback");
    }

    @Test
    void waitsForAHandlerThatIsNotInstalled() {
        house.handler = null;

        assertThat(deliver(0)).isEqualTo(Outcome.DOWN);
        assertThat(house.story).containsExactly("(", "begin", "postpone by 1000", ")");
    }

    @Test
    void writesDownThatItSentEvenIfTheHandlerCannotBeTold() {
        house.handler = new OutboxHandler() {

            @Override
            public Optional<Delivery> prepare(org.keycloak.models.RealmModel realm, String reference) {
                return house.prepared;
            }

            @Override
            public void ended(org.keycloak.models.RealmModel realm, String reference, Ending ending) {
                throw new IllegalStateException();
            }
        };

        assertThat(deliver(0)).isEqualTo(Outcome.SENT);
        assertThat(house.story).endsWith("rollback", "(", "sent", "rollback", "(", "sent", ")");
    }

    @Test
    void measuresEveryAttempt() {
        deliver(0);
        refuse(Fault.NEVER);
        deliver(0);

        assertThat(measured).containsExactly(Outcome.SENT, Outcome.NEVER);
    }

    private Outcome deliver(int attempts) {
        return courier.deliver(OutboxHouse.parcel(attempts));
    }

    private void refuse(Fault fault) {
        house.prepared = Optional.of(session -> {
            throw new Undelivered(fault, "crm.outbox.refused", 550);
        });
    }
}
