package io.keycloakcrm.imports.file;

import org.jspecify.annotations.Nullable;

/**
 * What a cell shows.
 *
 * @param text as a text file would hold it
 * @param fault code of what is wrong with it; null if nothing is
 */
record CellContent(String text, @Nullable String fault) {

    static CellContent of(String text) {
        return new CellContent(text, null);
    }

    static CellContent faulty(String text, String fault) {
        return new CellContent(text, fault);
    }
}
