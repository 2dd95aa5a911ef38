package io.keycloakcrm.imports;

import io.keycloakcrm.imports.file.FileRow;
import io.keycloakcrm.imports.file.RowFault;
import io.keycloakcrm.imports.file.StaffFile;
import io.keycloakcrm.imports.job.RowResult;
import io.keycloakcrm.imports.mapping.Column;
import io.keycloakcrm.imports.mapping.HeaderAliases;
import io.keycloakcrm.rest.Messages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a results file: those of the upload in their order, then outcome and errors. Columns of an earlier
 * results file are replaced, not repeated; cells of a password column, and of a damaged row those into which a password
 * may have slipped, are left empty.
 */
final class ResultColumns {

    static final String ERROR_COLUMN = "crm_error";

    private static final String RAGGED = "crm.import.row-ragged";

    /** Says only that a sheet has a cell too many; in a sheet every cell names its column. */
    private static final String NO_HEADING = "crm.import.heading-missing";

    private final List<Column> all;
    private final List<Column> original;
    private final Set<Integer> passwords;
    private final Set<Integer> phones = new HashSet<>();

    ResultColumns(List<Column> columns) {
        all = List.copyOf(columns);
        original = columns.stream()
                .filter(column -> !HeaderAliases.isResult(column.header()))
                .toList();
        passwords = columns.stream()
                .filter(column -> HeaderAliases.isPassword(column.header()))
                .map(Column::index)
                .collect(Collectors.toUnmodifiableSet());
        Set<Integer> inFile = PhoneColumns.of(columns);
        for (int index = 0; index < original.size(); index++) {
            if (inFile.contains(original.get(index).index())) {
                phones.add(index);
            }
        }
    }

    /** Indexes, in the results file, of columns that hold telephone numbers. */
    Set<Integer> phones() {
        return phones;
    }

    List<String> header() {
        List<String> header =
                new ArrayList<>(original.stream().map(Column::header).toList());
        header.add(StaffFile.RESULT_COLUMN);
        header.add(ERROR_COLUMN);
        return header;
    }

    /** The row as it stood in the file. Cells beyond the last column have no place here; the error names how many there were. */
    List<String> cells(FileRow row, @Nullable RowResult result, Messages messages) {
        List<String> cells = new ArrayList<>();
        int sure = sure(row);
        for (Column column : original) {
            boolean present = column.index() < sure && !passwords.contains(column.index());
            cells.add(present ? row.cells().get(column.index()) : "");
        }
        cells.add(result == null ? "" : result.outcome().id());
        cells.add(result == null ? "" : errors(result, messages));
        return cells;
    }

    /** The row of somebody who stands in no row of the file: under each column that identifies people, what he is called. */
    List<String> cells(Map<String, String> identity, RowResult result, Messages messages) {
        List<String> cells = new ArrayList<>();
        for (Column column : original) {
            cells.add(identity.getOrDefault(Objects.requireNonNullElse(column.field(), ""), ""));
        }
        cells.add(result.outcome().id());
        cells.add(errors(result, messages));
        return cells;
    }

    /** How many cells from the first are known to stand in their columns or at least not to be a password. */
    private int sure(FileRow row) {
        int size = row.cells().size();
        List<String> ofRow = row.faults().stream()
                .filter(fault -> fault.column() == null)
                .map(RowFault::code)
                .filter(code -> !code.equals(NO_HEADING))
                .toList();
        if (ofRow.isEmpty() || passwords.isEmpty()) {
            return size;
        }
        if (!ofRow.stream().allMatch(RAGGED::equals)) {
            return 0; // a quote that is out of place may have put anything anywhere
        }
        int missing = Math.max(0, all.size() - size);
        return Math.min(size, Collections.min(passwords) - missing);
    }

    private String errors(RowResult result, Messages messages) {
        return result.errors().stream()
                .map(fault ->
                        RowRepresentation.ErrorView.of(fault, all, messages).line())
                .collect(Collectors.joining(" "));
    }
}
