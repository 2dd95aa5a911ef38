package io.keycloakcrm.imports.job;

import io.keycloakcrm.imports.file.FileRefused;
import io.keycloakcrm.imports.mapping.MappedRow;
import java.io.IOException;

/** The mapped rows of a file, from the first; may be read any number of times. */
@FunctionalInterface
interface RowSource {

    void read(Reader reader) throws IOException, FileRefused;

    /** Takes one row after the other. */
    @FunctionalInterface
    interface Reader {
        void take(MappedRow row) throws IOException, FileRefused;
    }
}
