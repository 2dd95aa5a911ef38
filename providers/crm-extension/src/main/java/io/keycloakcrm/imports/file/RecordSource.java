package io.keycloakcrm.imports.file;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a file, one after the other, none of them blank. */
interface RecordSource extends Closeable {

    /**
     * The next record; null at the end.
     *
     * @param width number of cells of the header; 0 if that is not known yet
     */
    @Nullable
    RawRecord next(int width) throws FileRefused, IOException;
}
