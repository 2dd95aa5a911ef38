package io.keycloakcrm.imports.job;

import io.keycloakcrm.background.Blame;
import io.keycloakcrm.background.RealmGone;
import io.keycloakcrm.background.Setbacks;
import io.keycloakcrm.background.Transactions;
import io.keycloakcrm.imports.file.FileRefused;
import io.keycloakcrm.imports.file.FileSource;
import java.io.IOException;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Works a claimed chunk, whatever its phase, and sees to the job if that does not end well. */
final class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);

    /** A preparation that took its node with it or failed this often is not tried again. */
    private static final int PREPARE_ATTEMPTS = 3;

    private final Transactions transactions;
    private final FileRows files;
    private final ChunkRunner chunks;
    private final ChunkWork presence;
    private final EngineConfig config;
    private final ImportMeters meters;
    private final Setbacks setbacks;
    private final JobEnds ends;
    private volatile boolean stopping;

    /** @param presence finds the members of rows that failed before they were known */
    Worker(
            Transactions transactions,
            FileRows files,
            ChunkRunner chunks,
            ChunkWork presence,
            EngineConfig config,
            ImportMeters meters,
            Setbacks setbacks) {
        this.transactions = transactions;
        this.files = files;
        this.chunks = chunks;
        this.presence = presence;
        this.config = config;
        this.meters = meters;
        this.setbacks = setbacks;
        this.ends = new JobEnds(transactions);
    }

    /** Finishes what is in hand, or gives it back at the next row. */
    void stop() {
        stopping = true;
        chunks.stop();
    }

    void work(Claim claim) {
        long start = System.nanoTime();
        ChunkEnd end = ChunkEnd.FAILED;
        try {
            end = tryToWork(claim);
        } finally {
            meters.chunk(claim.phase(), end, System.nanoTime() - start);
        }
    }

    private ChunkEnd tryToWork(Claim claim) {
        try {
            ChunkEnd end = transactions
                    .run(session -> new ImportRepository(session, claim.realmId()).find(claim.importId()))
                    .map(job -> claim.phase().preparesOthers() ? prepare(claim, job) : chunks.run(claim, job))
                    .orElse(ChunkEnd.LEASE_LOST);
            setbacks.forget(claim.importId());
            return end;
        } catch (LeaseLost | RealmGone e) {
            LOG.infof(
                    "Realm %s, import %s: left to another node: %s", claim.realmId(), claim.importId(), e.getMessage());
            return ChunkEnd.LEASE_LOST;
        } catch (RightLost e) {
            pause(claim, e);
            return ChunkEnd.RIGHT_LOST;
        } catch (RuntimeException e) {
            if (stopping) {
                release(claim);
            } else if (Blame.of(e) == Blame.ROW) {
                throw e;
            } else {
                setBack(claim, e);
            }
            return ChunkEnd.FAILED;
        }
    }

    /** An outage is no row's fault: the same chunk again after a rest, or when somebody resumes the job. */
    private void setBack(Claim claim, RuntimeException failure) {
        if (!release(claim)) {
            LOG.infof(
                    "Realm %s, import %s: chunk %s is settled in spite of %s",
                    claim.realmId(), claim.importId(), claim.chunkId(), Blame.reason(failure));
            return;
        }
        int times = setbacks.add(claim.importId());
        LOG.warnf(
                "Realm %s, import %s: chunk %s could not be written, for the %d. time in a row: %s",
                claim.realmId(), claim.importId(), claim.chunkId(), times, Blame.reason(failure));
        LOG.debug("The same in full", failure);
        if (times >= Setbacks.MOST) { // it waits for somebody who mends the database
            ends.stop(claim, ImportState.PAUSED, Notice.of("crm.import.database-trouble"));
        }
    }

    /** Whether it was still this node's to give. */
    private boolean release(Claim claim) {
        return transactions.run(session -> new ChunkRepository(session, claim.realmId()).release(claim));
    }

    private void pause(Claim claim, RightLost lost) {
        LOG.warnf(
                lost.getCause(),
                "Realm %s, import %s is paused: its administrator may not manage users in background work",
                claim.realmId(),
                claim.importId());
        ends.stop(claim, ImportState.PAUSED, Notice.of("crm.import.uploader-lost-right"));
    }

    private ChunkEnd prepare(Claim claim, ImportJob job) {
        if (claim.attempts() > PREPARE_ATTEMPTS) {
            ends.stop(claim, ImportState.FAILED, Notice.of("crm.import.prepare-failed", claim.chunkId()));
            return ChunkEnd.FAILED;
        }
        try {
            if (claim.phase() == Phase.PREPARE) {
                new PreparationRunner(transactions, claim, config).run(job, files);
            } else {
                findAbsentees(claim, job);
            }
            return ChunkEnd.DONE;
        } catch (FileRefused e) {
            ends.stop(claim, ImportState.FAILED, new Notice(e.code(), e.params()));
        } catch (IOException e) {
            LOG.errorf(e, "Realm %s: preparation of import %s failed", claim.realmId(), claim.importId());
            ends.stop(claim, ImportState.FAILED, Notice.of("crm.import.prepare-failed", claim.chunkId()));
        }
        return ChunkEnd.FAILED;
    }

    private void findAbsentees(Claim claim, ImportJob job) throws IOException, FileRefused {
        FileSource file = () -> new PartStream(part -> transactions.run(
                session -> new PartRepository(session, claim.realmId()).content(claim.importId(), part)));
        new AbsenteesRunner(transactions, claim, job, presence, config.leaseMillis())
                .run(files.of(file, Objects.requireNonNull(job.analysis())));
    }
}
