package io.keycloakcrm.imports.job;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Transactions;
import io.keycloakcrm.imports.file.FileRefused;
import io.keycloakcrm.staff.StaffRoster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Finds out, once all rows are settled, who stands in none of them, and writes the chunks in which those people are
 * off-boarded. Those chunks cannot be claimed before this one is done, so exactly the people counted here are
 * off-boarded, or nobody; a node that takes over begins again from nothing.
 */
final class AbsenteesRunner {

    private static final int PEOPLE_AT_ONCE = 500;

    /** Each person is several dozen statements, sessions included. */
    private static final int CHUNK_PEOPLE = 50;

    private final Transactions transactions;
    private final Claim claim;
    private final ImportJob job;
    private final ChunkWork lookup;
    private final long leaseMillis;
    private final List<PreparedRow> rows = new ArrayList<>();
    private long lastRow;
    private long absent;
    private int chunks;

    /** @param lookup finds the members of rows by their key */
    AbsenteesRunner(Transactions transactions, Claim claim, ImportJob job, ChunkWork lookup, long leaseMillis) {
        this.transactions = transactions;
        this.claim = claim;
        this.job = job;
        this.lookup = lookup;
        this.leaseMillis = leaseMillis;
    }

    /**
     * Writes the chunks, or pauses the job for a confirmation, or leaves a notice why nobody may be off-boarded.
     *
     * @throws LeaseLost if somebody else has taken over
     * @throws RightLost if the administrator lost his right meanwhile
     */
    void run(RowSource file) throws IOException, FileRefused {
        KeylessRows keyless = new Presence(transactions, claim, job, lookup, this::renew).establish(file);
        transactions.run(claim.realmId(), session -> {
            renew(session);
            chunks(session).delete(claim.importId(), Phase.SYNC);
            lastRow = jobs(session).dataRows(claim.importId());
            return true;
        });
        if (keyless.count() > 0) {
            transactions.run(claim.realmId(), session -> {
                finish(session);
                jobs(session).setNotice(claim.importId(), keyless.notice());
                return true;
            });
            return;
        }
        String after = "";
        while (after != null) {
            after = list(after);
        }
        transactions.run(claim.realmId(), this::settle);
    }

    /** One page of the roster; answers where the next one begins, null at the end. */
    private @Nullable String list(String after) {
        return transactions.run(claim.realmId(), session -> {
            renew(session);
            List<String> page = new StaffRoster(session, session.getContext().getRealm()).after(after, PEOPLE_AT_ONCE);
            Set<String> present = new RowRepository(session, claim.realmId()).present(claim.importId(), page);
            page.stream()
                    .filter(id -> !present.contains(id) && !exempt().contains(id))
                    .forEach(id -> rows.add(PreparedRow.ofPerson(lastRow + ++absent, id)));
            write(session, CHUNK_PEOPLE);
            return page.isEmpty() ? null : page.get(page.size() - 1);
        });
    }

    /** Who uploaded the file and who carries it out; neither is likely to stand in it. */
    private Set<String> exempt() {
        return Stream.concat(
                        Stream.ofNullable(job.uploader()).map(Uploader::userId),
                        Stream.of(Objects.requireNonNull(job.acting()).userId()))
                .collect(Collectors.toSet());
    }

    /** Writes full chunks or, with {@code least} 1, whatever there is. */
    private void write(KeycloakSession session, int least) {
        while (rows.size() >= least) {
            List<PreparedRow> next = rows.subList(0, Math.min(rows.size(), CHUNK_PEOPLE));
            chunks(session).insert(claim.importId(), List.of(Chunk.of(Phase.SYNC, chunks++, next)));
            next.clear();
        }
    }

    private boolean settle(KeycloakSession session) {
        boolean dryRun = Objects.requireNonNull(job.settings()).dryRun();
        long members = new StaffRoster(session, session.getContext().getRealm()).size();
        if (dryRun
                || !SyncBrake.holds(absent, members)
                || jobs(session).confirmedAbsentees(claim.importId()) == absent) {
            finish(session);
            write(session, 1);
            jobs(session).setDataRows(claim.importId(), lastRow + absent);
            return true;
        }
        if (!chunks(session).reopen(claim)) {
            throw lost();
        }
        chunks(session).delete(claim.importId(), Phase.SYNC);
        boolean paused = jobs(session)
                .move(claim.importId(), ImportState.ACTIVE, ImportState.PAUSED, SyncBrake.notice(absent), null);
        if (paused) {
            JobEvent.sendOwn(session, claim.importId());
        }
        return paused;
    }

    private void finish(KeycloakSession session) {
        if (!chunks(session).finish(claim)) {
            throw lost();
        }
    }

    private void renew(KeycloakSession session) {
        if (!chunks(session).renew(claim, DatabaseClock.millis(session) + leaseMillis)) {
            throw lost();
        }
    }

    private LeaseLost lost() {
        return new LeaseLost("absentees of " + claim.importId());
    }

    private ChunkRepository chunks(KeycloakSession session) {
        return new ChunkRepository(session, claim.realmId());
    }

    private ImportRepository jobs(KeycloakSession session) {
        return new ImportRepository(session, claim.realmId());
    }
}
