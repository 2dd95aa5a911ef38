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
        List<ActiveJobRepository.Ref> due = transactions.run(session -> new RemovalRepository(session)
                .due(DatabaseClock.millis(session) - TimeUnit.DAYS.toMillis(retentionDays), JOBS_AT_ONCE));
        due.forEach(this::erase);
    }

    private void erase(ActiveJobRepository.Ref job) {
        boolean empty = false;
        while (!empty) {
            empty = transactions.run(session -> {
                var repository = new RemovalRepository(session);
                boolean nothingLeft = repository.erase(job.realmId(), job.id(), ROWS_AT_ONCE);
                if (nothingLeft) {
                    repository.markErased(job.realmId(), job.id(), DatabaseClock.millis(session));
                }
                return nothingLeft;
            });
        }
        LOG.infof("Realm %s: file and results of import %s are erased", job.realmId(), job.id());
    }
}
