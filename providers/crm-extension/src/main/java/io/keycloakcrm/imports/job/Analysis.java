package io.keycloakcrm.imports.job;

import io.keycloakcrm.imports.file.Dialect;
import io.keycloakcrm.imports.mapping.Column;
import io.keycloakcrm.imports.mapping.Mapping;
import io.keycloakcrm.imports.mapping.Question;
import java.util.List;

/**
 * What is known about a file: how to read it, what its columns mean, what a person still has to decide.
 *
 * @param dialect how to read it
 * @param rows data rows
 * @param locality where its telephone numbers and days are
 * @param columns all columns, in the order of the file
 * @param questions what is open; a job with open questions cannot start
 */
public record Analysis(Dialect dialect, long rows, Locality locality, List<Column> columns, List<Question> questions) {

    public Analysis {
        columns = List.copyOf(columns);
        questions = List.copyOf(questions);
    }

    /** The same file with another mapping. */
    public Analysis with(Mapping mapping) {
        return new Analysis(dialect, rows, locality, mapping.columns(), mapping.questions());
    }

    /** What the columns mean, without the rest. */
    public Mapping mapping() {
        return new Mapping(columns, questions);
    }

    /** Whether some column is mapped to the field. */
    public boolean maps(String field) {
        return columns.stream().anyMatch(column -> field.equals(column.field()));
    }
}
