package io.keycloakcrm.imports.job;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.RealmGone;
import io.keycloakcrm.background.Transactions;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Ends or pauses jobs when nobody asks for it. Each such step has its admin event, recorded in the transaction that
 * moves the job, which of all nodes only one can.
 */
final class JobEnds {

    private static final Logger LOG = Logger.getLogger(JobEnds.class);

    private final Transactions transactions;

    JobEnds(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Ends the job if all its chunks are done. */
    void complete(String realmId, String importId) {
        try {
            if (transactions.run(realmId, session -> completed(session, realmId, importId))) {
                LOG.infof("Realm %s: import %s is done", realmId, importId);
            }
        } catch (RealmGone e) {
            LOG.debugf("Import %s has gone with its realm: %s", importId, e.getMessage());
        }
    }

    private static boolean completed(KeycloakSession session, String realmId, String importId) {
        boolean moved = new ImportRepository(session, realmId).complete(importId, DatabaseClock.millis(session));
        if (moved) {
            JobEvent.sendOwn(session, importId);
        }
        return moved;
    }

    /** Gives the chunk back and pauses or fails the job, unless somebody has moved it elsewhere. */
    void stop(Claim claim, ImportState state, Notice notice) {
        transactions.run(claim.realmId(), session -> {
            new ChunkRepository(session, claim.realmId()).release(claim);
            @Nullable Long end = state == ImportState.FAILED ? DatabaseClock.millis(session) : null;
            boolean moved = new ImportRepository(session, claim.realmId())
                    .move(claim.importId(), Set.copyOf(ImportState.ACTIVE), state, notice, end);
            if (moved) {
                JobEvent.sendOwn(session, claim.importId());
            }
            return moved;
        });
    }
}
