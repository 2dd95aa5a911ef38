package io.keycloakcrm.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keycloakcrm.imports.file.RowFault;
import io.keycloakcrm.imports.job.Outcome;
import io.keycloakcrm.imports.job.RowResult;
import io.keycloakcrm.imports.mapping.Column;
import io.keycloakcrm.rest.Messages;
import io.keycloakcrm.staff.Change;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of a row as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowRepresentation(
        long row,
        long line,
        Outcome outcome,
        @Nullable String userId,
        Map<String, Change> changes,
        List<ErrorView> errors) {

    /**
     * One error.
     *
     * @param column header of the column, as in the file; null if the whole row is at fault
     * @param value what stands there
     * @param message in the reader's language
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ErrorView(
            String code, @Nullable String column, @Nullable String value, String message) {

        static ErrorView of(RowFault fault, List<Column> columns, Messages messages) {
            @Nullable Integer index = fault.column();
            @Nullable
            String header = index == null || index >= columns.size()
                    ? null
                    : columns.get(index).header();
            return new ErrorView(
                    fault.code(),
                    header,
                    fault.value(),
                    messages.text(fault.code(), fault.params().toArray()));
        }

        /** {@code column: message}, as it stands in the results file. */
        String line() {
            return column == null ? message : column.strip() + ": " + message;
        }
    }

    static RowRepresentation of(RowResult result, List<Column> columns, Messages messages) {
        return new RowRepresentation(
                result.row(),
                result.line(),
                result.outcome(),
                result.userId(),
                result.changes(),
                result.errors().stream()
                        .map(fault -> ErrorView.of(fault, columns, messages))
                        .toList());
    }
}
