package io.keycloakcrm.imports.job;

import io.keycloakcrm.imports.file.FileRefused;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Claims chunks and works them until there are none. */
final class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);

    /** A preparation that took its node with it or failed this often is not tried again. */
    private static final int PREPARE_ATTEMPTS = 3;

    private final String owner;
    private final Transactions transactions;
    private final FileRows files;
    private final ChunkRunner chunks;
    private final EngineConfig config;
    private volatile String lastRealm = "";

    Worker(String owner, Transactions transactions, FileRows files, Map<Phase, ChunkWork> works, EngineConfig config) {
        this.owner = owner;
        this.transactions = transactions;
        this.files = files;
        this.chunks = new ChunkRunner(transactions, works, config);
        this.config = config;
    }

    /** Works one chunk, if there is one to claim. */
    boolean step() {
        Optional<Claim> claim = claim();
        claim.ifPresent(this::work);
        return claim.isPresent();
    }

    private Optional<Claim> claim() {
        List<ActiveJobRepository.Ref> jobs =
                transactions.run(session -> ActiveJobRepository.inTurn(session, lastRealm));
        for (ActiveJobRepository.Ref job : jobs) {
            Optional<Claim> claim = transactions.run(session -> {
                long now = DatabaseClock.millis(session);
                Optional<Claim> won =
                        new ChunkRepository(session, job.realmId()).claim(job.id(), owner, now, config.leaseMillis());
                if (won.isEmpty() && new ImportRepository(session, job.realmId()).complete(job.id(), now)) {
                    LOG.infof("Realm %s: import %s is done", job.realmId(), job.id());
                }
                return won;
            });
            if (claim.isPresent()) {
                lastRealm = job.realmId();
                return claim;
            }
        }
        return Optional.empty();
    }

    private void work(Claim claim) {
        Optional<ImportJob> job =
                transactions.run(session -> new ImportRepository(session, claim.realmId()).find(claim.importId()));
        if (job.isEmpty()) {
            return;
        }
        try {
            if (claim.phase() == Phase.PREPARE) {
                prepare(claim, job.get());
            } else {
                chunks.run(claim, job.get());
            }
        } catch (LeaseLost e) {
            LOG.infof(
                    "Realm %s, import %s: left to another node: %s", claim.realmId(), claim.importId(), e.getMessage());
        } catch (RightLost e) {
            pause(claim, e);
        }
    }

    private void pause(Claim claim, RightLost lost) {
        LOG.warnf(
                lost.getCause(),
                "Realm %s, import %s is paused: its administrator may not manage users in background work",
                claim.realmId(),
                claim.importId());
        stop(claim, ImportState.PAUSED, Notice.of("crm.import.uploader-lost-right"));
    }

    private void prepare(Claim claim, ImportJob job) {
        if (claim.attempts() > PREPARE_ATTEMPTS) {
            stop(claim, ImportState.FAILED, Notice.of("crm.import.prepare-failed", claim.chunkId()));
            return;
        }
        try {
            new PreparationRunner(transactions, claim, config).run(job, files);
        } catch (FileRefused e) {
            stop(claim, ImportState.FAILED, new Notice(e.code(), e.params()));
        } catch (IOException e) {
            LOG.errorf(e, "Realm %s: preparation of import %s failed", claim.realmId(), claim.importId());
            stop(claim, ImportState.FAILED, Notice.of("crm.import.prepare-failed", claim.chunkId()));
        }
    }

    private void stop(Claim claim, ImportState state, Notice notice) {
        transactions.run(session -> {
            new ChunkRepository(session, claim.realmId()).release(claim);
            @Nullable Long end = state == ImportState.FAILED ? DatabaseClock.millis(session) : null;
            return new ImportRepository(session, claim.realmId())
                    .move(claim.importId(), Set.copyOf(ImportState.ACTIVE), state, notice, end);
        });
    }
}
