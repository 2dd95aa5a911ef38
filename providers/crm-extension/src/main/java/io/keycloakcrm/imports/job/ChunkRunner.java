package io.keycloakcrm.imports.job;

import io.keycloakcrm.background.AfterCommit;
import io.keycloakcrm.background.Blame;
import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.RealmGone;
import io.keycloakcrm.background.Transactions;
import io.keycloakcrm.imports.file.RowFault;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Works a claimed chunk in one transaction that begins with the fence. If that fails, row by row, each in a fenced
 * transaction of its own, so that one bad row costs nobody else.
 */
final class ChunkRunner {

    private static final Logger LOG = Logger.getLogger(ChunkRunner.class);

    /**
     * A chunk whose node never came back is not tried as a whole again: to go row by row costs seconds if the node died
     * of something else, but if it died of a row, each further try would cost a node.
     */
    private static final int WHOLE_ATTEMPTS = 1;

    /** How often in a row the same is tried where others' locks are in the way. */
    private static final int LOCK_TRIES = 3;

    private final Transactions transactions;
    private final Rights rights;
    private final Map<Phase, ChunkWork> works;
    private final long leaseMillis;
    private volatile boolean stopping;
    private final ImportMeters meters;

    /** What all transactions of one chunk have in common. */
    private record Task(ImportJob job, ChunkMemory memory) {}

    ChunkRunner(Transactions transactions, Map<Phase, ChunkWork> works, EngineConfig config, ImportMeters meters) {
        this.transactions = transactions;
        this.rights = new Rights(config.membersPath());
        this.works = works;
        this.leaseMillis = config.leaseMillis();
        this.meters = meters;
    }

    /** Leaves the chunk in hand at the next row, and blames no row for what fails while the server goes down. */
    void stop() {
        stopping = true;
    }

    /**
     * Works the chunk to its end. Whatever is thrown, no row is to blame for it and what is not settled is as before.
     *
     * @return how it was done
     * @throws LeaseLost if somebody else has the chunk by now
     * @throws RightLost if the administrator lost his
     * @throws GoingDown if the server is shutting down
     */
    ChunkEnd run(Claim claim, ImportJob job) {
        var task = new Task(job, new ChunkMemory());
        transactions.run(session -> {
            work(claim).beforehand(session);
            return true;
        });
        if (claim.attempts() <= WHOLE_ATTEMPTS && runWhole(claim, task)) {
            return ChunkEnd.DONE;
        }
        runByRow(claim, task);
        return ChunkEnd.REPLAYED;
    }

    private boolean runWhole(Claim claim, Task task) {
        @Nullable
        Throwable failure = attempt(claim, session -> {
            var repository = new ChunkRepository(session, claim.realmId());
            pass(repository.finish(claim), claim);
            repository.limitSilence(leaseMillis);
            work(session, claim, task, pending(session, claim));
            repository.erasePayload(claim);
        });
        if (failure != null) {
            // An error too: a row may exhaust the stack. One by one the rows will tell whose fault it was.
            LOG.debugf(
                    "Realm %s, import %s: chunk %s failed and goes row by row: %s",
                    claim.realmId(), claim.importId(), claim.chunkId(), failure);
        }
        return failure == null;
    }

    /**
     * Runs and commits, again where only others' locks were in the way.
     *
     * @return what failed, if it may be a row's fault; what certainly is not, is thrown
     */
    private @Nullable Throwable attempt(Claim claim, Consumer<KeycloakSession> task) {
        int tries = 0;
        while (true) {
            try {
                transactions.run(claim.realmId(), session -> {
                    task.accept(session);
                    return true;
                });
                return null;
            } catch (LeaseLost | RealmGone | RightLost e) {
                throw e;
            } catch (Throwable e) { // one row must never stop the others, not even by an error
                Blame blame = stopping ? Blame.OUTAGE : Blame.of(e);
                if (blame == Blame.OUTAGE) {
                    throw e;
                }
                tries++;
                if (blame == Blame.ROW || tries >= LOCK_TRIES) {
                    return e;
                }
            }
        }
    }

    private void runByRow(Claim claim, Task task) {
        Tried tried = transactions.run(claim.realmId(), session -> {
            renew(session, claim); // fails if the chunk is done: what failed may have come after the commit
            return new ChunkRepository(session, claim.realmId()).tried(claim);
        });
        List<PreparedRow> rows = transactions.run(claim.realmId(), session -> pending(session, claim));
        for (PreparedRow row : rows) {
            if (stopping) {
                throw new GoingDown();
            }
            if (!tried.isPast(row)) { // not every phase leaves results by which to know those that are settled
                runRow(claim, task, row, tried.timesOf(row));
            }
        }
        transactions.run(claim.realmId(), session -> {
            var repository = new ChunkRepository(session, claim.realmId());
            pass(repository.finish(claim), claim);
            repository.erasePayload(claim);
            return true;
        });
    }

    private void runRow(Claim claim, Task task, PreparedRow row, int before) {
        @Nullable Throwable failure = null;
        for (int time = before + 1; time <= Tried.MOST; time++) {
            begin(claim, row, time);
            failure = attempt(claim, session -> {
                renew(session, claim);
                if (!isSettled(session, claim, row)) {
                    work(session, claim, task, List.of(row));
                }
            });
            if (failure == null) {
                return;
            }
            if (Blame.of(failure) == Blame.LOCKS) {
                throw new IllegalStateException("others keep row " + row.row() + " locked", failure);
            }
        }
        recordFailure(claim, task, row, failure);
    }

    /** Commits that the row is begun, so that one that takes its node with it is known afterwards. */
    private void begin(Claim claim, PreparedRow row, int time) {
        transactions.run(claim.realmId(), session -> {
            long until = DatabaseClock.millis(session) + leaseMillis;
            var repository = new ChunkRepository(session, claim.realmId());
            pass(repository.tryRow(claim, new Tried(row.row(), time), until), claim);
            return true;
        });
    }

    /** Without a failure the row was begun often enough by nodes that did not live to see its end. */
    private void recordFailure(Claim claim, Task task, PreparedRow row, @Nullable Throwable failure) {
        RowFault fault =
                failure != null && Conflict.in(failure) ? conflict(claim, row, failure) : failed(claim, row, failure);
        transactions.run(claim.realmId(), session -> {
            renew(session, claim);
            if (!isSettled(session, claim, row)) {
                record(
                        session,
                        claim,
                        List.of(row),
                        List.of(RowResult.error(row, List.of(fault))),
                        tally -> count(claim, task, false, tally));
            }
            return true;
        });
    }

    /** Somebody else was faster; nothing an operator could act on. */
    private static RowFault conflict(Claim claim, PreparedRow row, Throwable failure) {
        LOG.debugf("Realm %s, import %s: row %d lost: %s", claim.realmId(), claim.importId(), row.row(), failure);
        return RowFault.ofRow("crm.import.conflict");
    }

    private static RowFault failed(Claim claim, PreparedRow row, @Nullable Throwable failure) {
        String reference = UUID.randomUUID().toString();
        LOG.errorf(
                failure,
                "Realm %s, import %s, %s, row %d failed; reference %s",
                claim.realmId(),
                claim.importId(),
                claim.phase(),
                row.row(),
                reference);
        return RowFault.ofRow("crm.import.row-failed", reference);
    }

    private void work(KeycloakSession session, Claim claim, Task task, List<PreparedRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        RowRepository results = new RowRepository(session, claim.realmId());
        ChunkContext context =
                rights.context(session, task.job(), task.memory(), wanted -> results.settled(claim.importId(), wanted));
        List<RowResult> found = work(claim).run(context, rows);
        if (claim.phase().addsRows() && found.size() != rows.size()) {
            throw new IllegalStateException(found.size() + " results for " + rows.size() + " rows");
        }
        boolean inserted = claim.phase() == Phase.MEMBERS && context.insertsMembers();
        record(session, claim, rows, found, tally -> count(claim, task, inserted, tally));
    }

    private ChunkWork work(Claim claim) {
        ChunkWork work = works.get(claim.phase());
        if (work == null) {
            throw new IllegalStateException("nobody works " + claim.phase());
        }
        return work;
    }

    private void record(
            KeycloakSession session,
            Claim claim,
            List<PreparedRow> rows,
            List<RowResult> results,
            Consumer<Tally> count) {
        if (claim.phase().leavesNoResults()) {
            return;
        }
        Tally tally =
                new RowRepository(session, claim.realmId()).record(claim.importId(), claim.phase(), rows, results);
        new ChunkRepository(session, claim.realmId()).add(claim, tally);
        if (!tally.equals(Tally.ZERO)) {
            AfterCommit.run(session, () -> count.accept(tally));
        }
    }

    private void count(Claim claim, Task task, boolean inserted, Tally tally) {
        boolean dryRun = Objects.requireNonNull(task.job().settings()).dryRun();
        for (Outcome outcome : Outcome.values()) {
            meters.rows(claim.phase(), inserted, dryRun, outcome, Math.max(0, tally.of(outcome)));
        }
    }

    private static List<PreparedRow> pending(KeycloakSession session, Claim claim) {
        List<PreparedRow> rows = new ChunkRepository(session, claim.realmId()).rows(claim);
        if (claim.phase().leavesNoResults()) {
            return rows;
        }
        Set<Long> settled = new RowRepository(session, claim.realmId())
                .settledBy(claim.importId(), claim.phase(), claim.firstRow(), claim.lastRow());
        return rows.stream().filter(row -> !settled.contains(row.row())).toList();
    }

    /** Also where the try before committed and failed only afterwards, for instance at telling the other nodes. */
    private static boolean isSettled(KeycloakSession session, Claim claim, PreparedRow row) {
        return !claim.phase().leavesNoResults()
                && !new RowRepository(session, claim.realmId())
                        .settledBy(claim.importId(), claim.phase(), row.row(), row.row())
                        .isEmpty();
    }

    private void renew(KeycloakSession session, Claim claim) {
        long until = DatabaseClock.millis(session) + leaseMillis;
        var repository = new ChunkRepository(session, claim.realmId());
        pass(repository.renew(claim, until), claim);
        repository.limitSilence(leaseMillis);
    }

    private static void pass(boolean passed, Claim claim) {
        if (!passed) {
            throw new LeaseLost("chunk " + claim.chunkId() + ", fence " + claim.fence());
        }
    }
}
