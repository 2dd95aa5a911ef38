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
    private final Setbacks setbacks = new Setbacks(System::nanoTime);
    private volatile String lastRealm = "";
    private volatile boolean stopping;

    Worker(String owner, Transactions transactions, FileRows files, Map<Phase, ChunkWork> works, EngineConfig config) {
        this.owner = owner;
        this.transactions = transactions;
        this.files = files;
        this.chunks = new ChunkRunner(transactions, works, config);
        this.config = config;
    }

    /** Finishes what is in hand, or gives it back at the next row. */
    void stop() {
        stopping = true;
        chunks.stop();
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
        setbacks.keepOnly(jobs.stream().map(ActiveJobRepository.Ref::id).toList());
        for (ActiveJobRepository.Ref job : jobs) {
            if (setbacks.rests(job.id())) {
                continue;
            }
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
        try {
            transactions
                    .run(session -> new ImportRepository(session, claim.realmId()).find(claim.importId()))
                    .ifPresent(job -> work(claim, job));
            setbacks.forget(claim.importId());
        } catch (LeaseLost e) {
            LOG.infof(
                    "Realm %s, import %s: left to another node: %s", claim.realmId(), claim.importId(), e.getMessage());
        } catch (RightLost e) {
            pause(claim, e);
        } catch (RuntimeException e) {
            if (stopping) {
                release(claim);
            } else if (Blame.of(e) == Blame.ROW) {
                throw e;
            } else {
                setBack(claim, e);
            }
        }
    }

    private void work(Claim claim, ImportJob job) {
        if (claim.phase() == Phase.PREPARE) {
            prepare(claim, job);
        } else {
            chunks.run(claim, job);
        }
    }

    /** The database's trouble is no row's fault: the same chunk again after a rest, or when somebody resumes the job. */
    private void setBack(Claim claim, RuntimeException failure) {
        int times = setbacks.add(claim.importId());
        LOG.warnf(
                "Realm %s, import %s: the database did not take chunk %s, for the %d. time in a row: %s",
                claim.realmId(), claim.importId(), claim.chunkId(), times, Blame.reason(failure));
        LOG.debug("The same in full", failure);
        if (times < Setbacks.MOST) {
            release(claim);
        } else {
            stop(claim, ImportState.PAUSED, Notice.of("crm.import.database-trouble"));
        }
    }

    private void release(Claim claim) {
        transactions.run(session -> new ChunkRepository(session, claim.realmId()).release(claim));
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
