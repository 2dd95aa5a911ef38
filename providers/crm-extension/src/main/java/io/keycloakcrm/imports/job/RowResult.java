package io.keycloakcrm.imports.job;

import io.keycloakcrm.imports.file.RowFault;
import io.keycloakcrm.staff.Change;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row.
 *
 * @param row number of the data row, from 1
 * @param line line of the file, from 1
 * @param outcome what happened, in a dry run what would
 * @param userId the member; null if nobody was found or, in a dry run, nobody exists yet
 * @param changes by field, only what differs
 * @param errors codes and parameters; the texts are rendered when they are read. Not empty exactly if the outcome is
 *     {@link Outcome#ERROR}
 */
public record RowResult(
        long row,
        long line,
        Outcome outcome,
        @Nullable String userId,
        Map<String, Change> changes,
        List<RowFault> errors) {

    public RowResult {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes)); // unlike copyOf, in a fixed order
        errors = List.copyOf(errors);
        if (errors.isEmpty() == (outcome == Outcome.ERROR)) {
            throw new IllegalArgumentException("row " + row + ": " + outcome + " with " + errors.size() + " errors");
        }
    }

    /** The row is refused. */
    public static RowResult error(PreparedRow row, List<RowFault> errors) {
        return new RowResult(row.row(), row.line(), Outcome.ERROR, null, Map.of(), errors);
    }

    /** The row is done. */
    public static RowResult done(
            PreparedRow row, Outcome outcome, @Nullable String userId, Map<String, Change> changes) {
        return new RowResult(row.row(), row.line(), outcome, userId, changes, List.of());
    }
}
