package io.keycloakcrm.imports.job;

import io.keycloakcrm.background.Transactions;
import io.keycloakcrm.imports.file.FileRefused;
import io.keycloakcrm.imports.mapping.MappedRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.keycloak.models.KeycloakSession;

/**
 * Says of the rows that ended in an error whom they mean: a person whose row failed is present all the same. Most rows
 * have their member in their result; for the others the file is read once more, a stretch at a time, and what is found
 * is added to the results, where it outlives this node.
 */
final class Presence {

    private static final int ROWS_AT_ONCE = 500;

    private final Transactions transactions;
    private final Claim claim;
    private final ImportJob job;
    private final ChunkWork lookup;
    private final Fence fence;
    private final Rights rights = new Rights(MembersPath.AUTO); // nobody is created here
    private final List<MappedRow> stretch = new ArrayList<>();
    private KeylessRows keyless = KeylessRows.NONE;

    /** Holds the chunk: passes the fence and moves the lease on, or throws {@link LeaseLost}. */
    @FunctionalInterface
    interface Fence {
        void renew(KeycloakSession session);
    }

    /** @param lookup finds the members of rows by their key */
    Presence(Transactions transactions, Claim claim, ImportJob job, ChunkWork lookup, Fence fence) {
        this.transactions = transactions;
        this.claim = claim;
        this.job = job;
        this.lookup = lookup;
        this.fence = fence;
    }

    /** Finds them, and answers which rows have no key by which to find anybody. */
    KeylessRows establish(RowSource file) throws IOException, FileRefused {
        boolean unknown = transactions.run(session -> !results(session)
                .unidentified(claim.importId(), 1, Long.MAX_VALUE, 1)
                .isEmpty());
        if (unknown) {
            file.read(row -> {
                stretch.add(row);
                if (stretch.size() == ROWS_AT_ONCE) {
                    look();
                }
            });
            look();
        }
        return keyless;
    }

    private void look() {
        if (stretch.isEmpty()) {
            return;
        }
        keyless = transactions.run(claim.realmId(), session -> look(session, keyless));
        stretch.clear();
    }

    private KeylessRows look(KeycloakSession session, KeylessRows before) {
        fence.renew(session);
        Set<Long> unidentified = results(session)
                .unidentified(
                        claim.importId(),
                        stretch.get(0).row(),
                        stretch.get(stretch.size() - 1).row(),
                        ROWS_AT_ONCE);
        String key = Objects.requireNonNull(job.settings()).key();
        List<PreparedRow> keyed = new ArrayList<>();
        KeylessRows found = before;
        for (MappedRow row : stretch) {
            if (unidentified.contains(row.row())) {
                var prepared = new PreparedRow(row, null);
                if (prepared.value(key) == null) {
                    found = found.plus(row.row());
                } else {
                    keyed.add(prepared);
                }
            }
        }
        identify(session, keyed);
        return found;
    }

    private void identify(KeycloakSession session, List<PreparedRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        RowRepository results = results(session);
        ChunkContext context =
                rights.context(session, job, new ChunkMemory(), wanted -> results.settled(claim.importId(), wanted));
        lookup.run(context, rows).forEach(found -> results.identify(claim.importId(), found));
    }

    private RowRepository results(KeycloakSession session) {
        return new RowRepository(session, claim.realmId());
    }
}
