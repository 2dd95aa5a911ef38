package io.keycloakcrm.imports.job;

import io.keycloakcrm.imports.mapping.MappedRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapped row with what only the whole file can tell.
 *
 * @param mapped values and faults; what the file as a whole has against the row (a number that an earlier row has, a
 *     circle of managers) is among the faults
 * @param managerRow data row of the manager if he stands in the same file, found by employee number, e-mail address or
 *     a name that only one row has; null if there is no manager or he must be looked for in the realm
 */
public record PreparedRow(MappedRow mapped, @Nullable Long managerRow) {

    /** Field of a row that is no row of the file but a person who stands in none. */
    public static final String USER_ID = "userId";

    static PreparedRow ofPerson(long row, String userId) {
        return new PreparedRow(new MappedRow(row, 0, Map.of(USER_ID, List.of(userId)), List.of()), null);
    }

    /** The same for a phase that has to know only which row it is. */
    PreparedRow numberAlone() {
        return new PreparedRow(new MappedRow(row(), line(), Map.of(), List.of()), null);
    }

    /** Number of the data row, from 1; who stands in no row comes after the last. */
    public long row() {
        return mapped.row();
    }

    /** Line of the file, from 1; 0 for who stands in no row. */
    public long line() {
        return mapped.line();
    }

    /** All values of a field; empty if the cell is blank or the field is not mapped. */
    public List<String> values(String field) {
        return mapped.values().getOrDefault(field, List.of());
    }

    /** First value of a field; null if the cell is blank or the field is not mapped. */
    public @Nullable String value(String field) {
        List<String> values = values(field);
        return values.isEmpty() ? null : values.get(0);
    }
}
