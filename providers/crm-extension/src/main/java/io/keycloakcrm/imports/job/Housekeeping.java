package io.keycloakcrm.imports.job;

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

    private final Transactions transactions;
    private final int retentionDays;

    Housekeeping(Transactions transactions, int retentionDays) {
        this.transactions = transactions;
        this.retentionDays = retentionDays;
    }

    void eraseDue() {
        long cutoff = transactions.run(DatabaseClock::millis) - TimeUnit.DAYS.toMillis(retentionDays);
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
