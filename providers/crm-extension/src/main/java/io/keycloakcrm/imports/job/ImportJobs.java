package io.keycloakcrm.imports.job;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Transactions;
import io.keycloakcrm.imports.file.FileSource;
import io.keycloakcrm.rest.ActingAdministrator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * The imports of one realm, within the transaction of a request. Another realm's job is not found. Steps answer whether
 * they were possible: of two that exclude each other, one is.
 */
public final class ImportJobs {

    private static final long IDEMPOTENCY_MILLIS = TimeUnit.HOURS.toMillis(24);

    private final KeycloakSession session;
    private final String realmId;
    private final ImportRepository jobs;
    private final ChunkRepository chunks;
    private final RowRepository rows;

    public ImportJobs(KeycloakSession session, String realmId) {
        this.session = session;
        this.realmId = realmId;
        this.jobs = new ImportRepository(session, realmId);
        this.chunks = new ChunkRepository(session, realmId);
        this.rows = new RowRepository(session, realmId);
    }

    /** The job that was uploaded with this digest of uploader and Idempotency-Key in the last 24 hours. */
    public Optional<ImportJob> findByIdempotency(String digest) {
        jobs.lapse(digest, now() - IDEMPOTENCY_MILLIS);
        return jobs.findByIdempotency(digest);
    }

    /**
     * Stores a file as a new job.
     *
     * @param content the bytes, read to the end and closed by the caller
     * @param idempotency digest of uploader and Idempotency-Key; null without one
     * @return the id of the job
     * @throws org.keycloak.models.ModelDuplicateException if the same digest is being stored at the same time
     */
    public String create(
            StoredFile file, Uploader uploader, Analysis analysis, InputStream content, @Nullable String idempotency)
            throws IOException {
        String id = UUID.randomUUID().toString();
        jobs.insert(new ImportEntity(id, realmId, file, uploader, Objects.requireNonNullElse(idempotency, id), now()));
        new Parts(new PartRepository(session, realmId)).store(id, content);
        jobs.analyse(id, Set.of(ImportState.UPLOADED), analysis);
        return id;
    }

    public Optional<ImportJob> find(String id) {
        return jobs.find(id);
    }

    /** The job as it stands, in a transaction of its own. */
    public static Optional<ImportJob> findDetached(KeycloakSessionFactory factory, String realmId, String id) {
        return new Transactions(factory).run(session -> new ImportRepository(session, realmId).find(id));
    }

    /** The job, held until the end of the transaction, so that steps asked for at the same time happen in turn. */
    public Optional<ImportJob> hold(String id) {
        return jobs.lock(id) ? jobs.find(id) : Optional.empty();
    }

    /** A page of jobs, the latest first. */
    public List<ImportJob> page(int first, int max) {
        return jobs.page(first, max);
    }

    public long count() {
        return jobs.count();
    }

    /** How many rows have which outcome. */
    public Counts counts(String id) {
        return Counts.of(jobs.dataRows(id), chunks.tally(id));
    }

    /** How fast the job is, and how long it will take. */
    public Progress progress(ImportJob job, Counts counts) {
        return Progress.of(job, counts, new ProgressRepository(session, realmId), now());
    }

    /** Milliseconds by the clock of the database. */
    public long now() {
        return DatabaseClock.millis(session);
    }

    /** The stored file; to be read within this transaction. */
    public FileSource file(String id) {
        PartRepository parts = new PartRepository(session, realmId);
        return () -> new PartStream(part -> parts.content(id, part));
    }

    /** The stored file; may be read when this transaction is over. */
    public static FileSource detachedFile(KeycloakSessionFactory factory, String realmId, String id) {
        var transactions = new Transactions(factory);
        return () -> new PartStream(
                part -> transactions.run(session -> new PartRepository(session, realmId).content(id, part)));
    }

    /** Results of a stretch of rows by row number, in a transaction of its own. */
    public static Map<Long, RowResult> detachedResults(
            KeycloakSessionFactory factory, String realmId, String id, long firstRow, long lastRow) {
        return new Transactions(factory)
                .run(session -> new RowRepository(session, realmId).between(id, firstRow, lastRow));
    }

    /** Replaces what is known about the file; results of a dry run are void. */
    public boolean analyse(String id, Analysis analysis) {
        if (!jobs.analyse(id, ImportState.OPEN, analysis)) {
            return false;
        }
        rows.deleteAll(id);
        chunks.deleteAll(id, false);
        return true;
    }

    /** Begins a dry run or the import itself, as the settings say. */
    public boolean begin(String id, ImportSettings settings, Pace pace, ActingAdministrator acting) {
        ImportState state = settings.dryRun() ? ImportState.CHECKING : ImportState.RUNNING;
        if (!jobs.begin(id, ImportState.STARTABLE, new Begin(settings, acting, state, pace), now())) {
            return false;
        }
        rows.deleteAll(id);
        chunks.deleteAll(id, false);
        chunks.insert(id, List.of(Chunk.prepare()));
        return true;
    }

    /** Hands out no more chunks; those in hand are finished. */
    public boolean pause(String id) {
        return jobs.move(id, ImportState.ACTIVE, ImportState.PAUSED, null, null);
    }

    /** Goes on in the name of whoever asks, who therefore must have the right. */
    public boolean resume(ImportJob job, Pace pace, ActingAdministrator acting) {
        ImportSettings settings = job.settings();
        if (settings == null) {
            return false;
        }
        ImportState state = settings.dryRun() ? ImportState.CHECKING : ImportState.RUNNING;
        return jobs.resume(job.id(), new Begin(null, acting, state, pace), now());
    }

    /** Agrees that so many people who stand in no row are off-boarded; with another number the job will ask again. */
    public void confirmAbsentees(String id, long number) {
        jobs.confirmAbsentees(id, number);
    }

    /** Ends the job where it stands; what is written stays. */
    public boolean cancel(String id) {
        return jobs.move(id, ImportState.UNFINISHED, ImportState.CANCELLED, null, now());
    }

    /** A page of results in the order of the file; of all outcomes if {@code outcome} is null. */
    public List<RowResult> rows(String id, @Nullable Outcome outcome, int first, int max) {
        return rows.page(id, outcome, first, max);
    }

    public long countRows(String id, @Nullable Outcome outcome) {
        return rows.count(id, outcome);
    }
}
