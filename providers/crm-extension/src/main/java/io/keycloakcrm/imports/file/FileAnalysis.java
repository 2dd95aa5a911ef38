package io.keycloakcrm.imports.file;

import java.util.List;

/**
 * What was found out about a file before its rows are read.
 *
 * @param dialect how to read it
 * @param header the cells of the header as written, not trimmed; may hold blanks and duplicates
 */
public record FileAnalysis(Dialect dialect, List<String> header) {

    public FileAnalysis {
        header = List.copyOf(header);
    }
}
