package io.keycloakcrm.outbox;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.RealmGone;
import io.keycloakcrm.background.Transactions;
import io.keycloakcrm.outbox.Undelivered.Fault;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** Writes down what became of a parcel, and tells whoever knows what it was. */
final class Records {

    private static final Logger LOG = Logger.getLogger(Records.class);

    /** A tie that the database breaks must not make a mail uncertain. */
    private static final int TRIES = 3;

    private final Transactions transactions;
    private final Retry retry;
    private final DoubleSupplier chance;

    /** @param chance from 0 to 1, for the waits */
    Records(Transactions transactions, Retry retry, DoubleSupplier chance) {
        this.transactions = transactions;
        this.retry = retry;
        this.chance = chance;
    }

    /**
     * Records how an attempt ended, in a transaction of its own.
     *
     * @param refusal what was wrong; empty if it was taken
     */
    Outcome settle(Claimed parcel, Optional<Undelivered> refusal) {
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == TRIES;
            try {
                return transactions.run(parcel.realmId(), session -> record(session, parcel, refusal, !last));
            } catch (RealmGone e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warnf(
                        "Realm %s: what became of a %s could not be written down: %s",
                        parcel.realmId(), parcel.parcel().kind(), e.getClass().getName());
                LOG.debug("The same in full", e);
                if (last) {
                    return Outcome.UNCERTAIN;
                }
            }
        }
    }

    /**
     * Records how an attempt ended, in the transaction of the caller.
     *
     * @param tells whether the handler hears of it; that must not keep it from being recorded
     */
    Outcome record(KeycloakSession session, Claimed parcel, Optional<Undelivered> refusal, boolean tells) {
        var repository = new OutboxRepository(session, parcel.realmId());
        long now = DatabaseClock.millis(session);
        int attempt = parcel.attempts() + 1;
        if (refusal.isEmpty()) {
            return told(repository.end(parcel, "sent", now), tells, session, parcel, Outcome.SENT);
        }
        Undelivered why = refusal.get();
        boolean again = why.fault() == Fault.LATER || why.fault() == Fault.DOWN;
        if (again && !retry.isLast(attempt)) {
            long due = now + retry.millisAfter(attempt, chance.getAsDouble());
            return repository.postpone(parcel, why, due) ? Outcome.of(why.fault()) : Outcome.LOST;
        }
        LOG.warnf(
                "Realm %s: %s \"%s\" could not be delivered: %s (%d), attempt %d",
                parcel.realmId(),
                parcel.parcel().kind(),
                parcel.parcel().reference(),
                why.code(),
                why.reply(),
                attempt);
        Outcome outcome = again ? Outcome.NEVER : Outcome.of(why.fault());
        return told(repository.bury(parcel, why, now), tells, session, parcel, outcome);
    }

    /** There is nothing to send any more. */
    Outcome withdraw(KeycloakSession session, Claimed parcel) {
        boolean done =
                new OutboxRepository(session, parcel.realmId()).end(parcel, "withdrawn", DatabaseClock.millis(session));
        return told(done, true, session, parcel, Outcome.WITHDRAWN);
    }

    private static Outcome told(
            boolean recorded, boolean tells, KeycloakSession session, Claimed parcel, Outcome outcome) {
        if (!recorded) {
            return Outcome.LOST;
        }
        @Nullable
        OutboxHandler handler =
                tells ? session.getProvider(OutboxHandler.class, parcel.parcel().kind()) : null;
        if (handler != null) {
            handler.ended(session.getContext().getRealm(), parcel.parcel().reference(), ending(outcome));
        }
        return outcome;
    }

    private static Ending ending(Outcome outcome) {
        return switch (outcome) {
            case SENT -> Ending.SENT;
            case WITHDRAWN -> Ending.WITHDRAWN;
            case UNCERTAIN -> Ending.UNCERTAIN;
            case LATER, DOWN, NEVER, LOST -> Ending.UNDELIVERABLE;
        };
    }
}
