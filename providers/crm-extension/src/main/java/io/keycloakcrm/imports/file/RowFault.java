package io.keycloakcrm.imports.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row or one of its cells.
 *
 * @param code stable code, {@code crm.import.<what>}; its text is the message of the same key
 * @param column index of the column in the file, from 0; null if the whole row is at fault
 * @param value what stands there, shortened to 200 characters; null if nothing does
 * @param params what the text of the code needs besides column and value
 */
public record RowFault(
        String code, @Nullable Integer column, @Nullable String value, List<String> params) {

    public RowFault {
        params = List.copyOf(params);
    }

    public static RowFault ofRow(String code, String... params) {
        return new RowFault(code, null, null, List.of(params));
    }

    public static RowFault ofCell(String code, int column, @Nullable String value, String... params) {
        return new RowFault(code, column, value, List.of(params));
    }
}
