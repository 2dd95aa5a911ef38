package io.keycloakcrm.outbox;

import io.keycloakcrm.background.Blame;
import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.RealmGone;
import io.keycloakcrm.background.Transactions;
import io.keycloakcrm.outbox.Undelivered.Fault;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Takes one parcel out of the house. That it is begun, with what its handler does to prepare it, is committed before
 * anything is sent; how it ended is committed after. So it is sent by one node and once; a node that dies in between
 * leaves a parcel that counts as uncertain and is not sent again.
 */
final class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);

    private final Transactions transactions;
    private final long sendingMillis;
    private final Records records;
    private final OutboxMeters meters;

    /** @param sendingMillis how long a delivery may take */
    Courier(Transactions transactions, long sendingMillis, Records records, OutboxMeters meters) {
        this.transactions = transactions;
        this.sendingMillis = sendingMillis;
        this.records = records;
        this.meters = meters;
    }

    /** Something to send; or how the attempt ended without. */
    private record Prepared(@Nullable Delivery delivery, Outcome outcome) {}

    Outcome deliver(Claimed parcel) {
        long start = System.nanoTime();
        Outcome outcome = Outcome.LOST;
        try {
            outcome = tryToDeliver(parcel);
            return outcome;
        } catch (RealmGone e) {
            LOG.debugf("A parcel has gone with its realm: %s", e.getMessage());
            return outcome;
        } finally {
            meters.attempt(outcome, System.nanoTime() - start);
        }
    }

    private Outcome tryToDeliver(Claimed parcel) {
        Prepared prepared;
        try {
            prepared = transactions.run(parcel.realmId(), session -> prepare(session, parcel));
        } catch (RealmGone e) {
            throw e;
        } catch (RuntimeException e) {
            return unprepared(parcel, e);
        }
        return prepared.delivery() == null
                ? prepared.outcome()
                : records.settle(parcel, send(parcel, prepared.delivery()));
    }

    private Prepared prepare(KeycloakSession session, Claimed parcel) {
        if (!begin(session, parcel)) {
            return new Prepared(null, Outcome.LOST);
        }
        @Nullable
        OutboxHandler handler =
                session.getProvider(OutboxHandler.class, parcel.parcel().kind());
        if (handler == null) {
            var why = undelivered(Fault.DOWN, "crm.outbox.no-handler");
            return new Prepared(null, records.record(session, parcel, why, true));
        }
        Optional<Delivery> delivery =
                handler.prepare(session.getContext().getRealm(), parcel.parcel().reference());
        if (delivery.isEmpty()) {
            return new Prepared(null, records.withdraw(session, parcel));
        }
        return new Prepared(delivery.get(), Outcome.SENT);
    }

    /** Rolled back, so nothing is begun; but what fails each time is not to be tried for ever. */
    private Outcome unprepared(Claimed parcel, RuntimeException failure) {
        if (Blame.of(failure) != Blame.ROW) {
            throw failure;
        }
        LOG.warnf(
                "Realm %s: %s \"%s\" could not be prepared: %s",
                parcel.realmId(),
                parcel.parcel().kind(),
                parcel.parcel().reference(),
                failure.getClass().getName());
        LOG.debug("The same in full", failure);
        var why = undelivered(Fault.LATER, "crm.outbox.unprepared");
        return transactions.run(
                parcel.realmId(),
                session -> begin(session, parcel) ? records.record(session, parcel, why, true) : Outcome.LOST);
    }

    private boolean begin(KeycloakSession session, Claimed parcel) {
        return new OutboxRepository(session, parcel.realmId())
                .begin(parcel, DatabaseClock.millis(session) + sendingMillis);
    }

    /** What it was refused for. Whatever cannot be understood may have happened after it was taken. */
    private Optional<Undelivered> send(Claimed parcel, Delivery delivery) {
        var refusal = new AtomicReference<>(undelivered(Fault.LATER, "crm.outbox.unprepared"));
        try {
            transactions.run(parcel.realmId(), session -> {
                refusal.set(undelivered(Fault.UNCERTAIN, "crm.outbox.uncertain"));
                refusal.set(refusal(session, delivery));
                return true;
            });
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Realm %s: a delivery of %s broke off by %s",
                    parcel.realmId(), parcel.parcel().kind(), e.getClass().getName());
        }
        return Objects.requireNonNull(refusal.get());
    }

    private static Optional<Undelivered> undelivered(Fault fault, String code) {
        return Optional.of(new Undelivered(fault, code, 0));
    }

    private static Optional<Undelivered> refusal(KeycloakSession session, Delivery delivery) {
        try {
            delivery.send(session);
            return Optional.empty();
        } catch (Undelivered e) {
            return Optional.of(e);
        }
    }
}
