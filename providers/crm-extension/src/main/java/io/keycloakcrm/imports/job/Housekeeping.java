package io.keycloakcrm.imports.job;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Transactions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Erases files and results when their time is over, in small transactions. That a job was, by whom, when
 * and with which counts stays.
 */
final class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final int JOBS_AT_ONCE = 10;
    private static final int ROWS_AT_ONCE = 5000;

    /** A file of 100 MiB comes through the slowest line in less; whoever was interrupted goes on within the day. */
    private static final long ABANDONED_UPLOAD_MILLIS = TimeUnit.DAYS.toMillis(1);

    private final Transactions transactions;
    private final int retentionDays;

    Housekeeping(Transactions transactions, int retentionDays) {
        this.transactions = transactions;
        this.retentionDays = retentionDays;
    }

    void eraseDue() {
        long now = transactions.run(DatabaseClock::millis);
        var cutoff = new RemovalRepository.Cutoff(
                now - TimeUnit.DAYS.toMillis(retentionDays), now - ABANDONED_UPLOAD_MILLIS);
        List<ActiveJobRepository.Ref> due =
                transactions.run(session -> new RemovalRepository(session).due(cutoff, JOBS_AT_ONCE));
        for (ActiveJobRepository.Ref job : due) {
            transactions.run(
                    session -> new RemovalRepository(session).beginErasing(job, cutoff, DatabaseClock.millis(session)));
        }
        transactions
                .run(session -> new RemovalRepository(session).halfErased(JOBS_AT_ONCE))
                .forEach(this::eraseResults);
    }

    private void eraseResults(ActiveJobRepository.Ref job) {
        boolean empty = false;
        while (!empty) {
            empty = transactions.run(session -> new RemovalRepository(session).eraseResults(job, ROWS_AT_ONCE));
        }
        LOG.infof("Realm %s: file and results of import %s are erased", job.realmId(), job.id());
    }
}
