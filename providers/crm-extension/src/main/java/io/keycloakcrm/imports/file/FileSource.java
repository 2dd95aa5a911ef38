package io.keycloakcrm.imports.file;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of an uploaded file; may be opened any number of times, never held in memory as a whole. */
public interface FileSource {

    /** A new stream from the first byte; the caller closes it. */
    InputStream open() throws IOException;
}
