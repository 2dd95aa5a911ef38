package io.keycloakcrm.outbox;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.RealmGone;
import io.keycloakcrm.background.Transactions;
import io.keycloakcrm.outbox.Undelivered.Fault;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Clears up after nodes that died, and erases what ended long ago; on every node, in small transactions. */
final class Clearance {

    private static final Logger LOG = Logger.getLogger(Clearance.class);
    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final Records records;
    private final int retentionDays;

    Clearance(Transactions transactions, Records records, int retentionDays) {
        this.transactions = transactions;
        this.records = records;
        this.retentionDays = retentionDays;
    }

    void clear() {
        int reopened =
                transactions.run(session -> new OutboxQueueRepository(session).reopen(DatabaseClock.millis(session)));
        if (reopened > 0) {
            LOG.infof("%d parcels of a node that went silent are taken up again", reopened);
        }
        List<Claimed> interrupted = transactions.run(
                session -> new OutboxQueueRepository(session).interrupted(DatabaseClock.millis(session), AT_ONCE));
        interrupted.forEach(this::giveUp);
        long before = transactions.run(DatabaseClock::millis) - TimeUnit.DAYS.toMillis(retentionDays);
        int erased = AT_ONCE;
        while (erased == AT_ONCE) {
            erased = transactions.run(session -> new OutboxQueueRepository(session).erase(before, AT_ONCE));
        }
    }

    private void giveUp(Claimed parcel) {
        try {
            records.settle(parcel, Optional.of(new Undelivered(Fault.UNCERTAIN, "crm.outbox.uncertain", 0)));
        } catch (RealmGone e) {
            LOG.debugf("A parcel has gone with its realm: %s", e.getMessage());
        }
    }
}
