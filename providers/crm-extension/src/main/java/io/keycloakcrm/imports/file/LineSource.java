package io.keycloakcrm.imports.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Physical lines, one after the other. */
@FunctionalInterface
interface LineSource {

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException;
}
