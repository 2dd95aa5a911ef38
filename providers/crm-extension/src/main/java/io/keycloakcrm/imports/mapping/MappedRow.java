package io.keycloakcrm.imports.mapping;

import io.keycloakcrm.imports.file.RowFault;
import java.util.List;
import java.util.Map;

/**
 * One row after mapping: typed values in canonical text form.
 *
 * @param row number of the data row, from 1
 * @param line line of the file, from 1
 * @param values by field id; blank cells are absent and leave the field as it is, an empty list means that the field has
 *     no value (the first name of somebody whose full name is one word). Never {@code name}: a full name comes as {@code
 *     lastName} and {@code firstName}. Dates are ISO, booleans {@code true} or {@code false}, phones
 *     E.164, departments paths joined by {@code /} of which the first is the primary one, roles names or labels
 * @param faults of the row and of its mapped columns; a cell at fault has no value, and a row that is at fault as a whole
 *     has no values at all, because its cells may stand in the wrong columns
 */
public record MappedRow(long row, long line, Map<String, List<String>> values, List<RowFault> faults) {

    public MappedRow {
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }
}
