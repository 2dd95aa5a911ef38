package io.keycloakcrm.imports.job;

import io.keycloakcrm.imports.file.FileSource;

/** How the rows of a file are read and mapped. */
@FunctionalInterface
interface FileRows {

    RowSource of(FileSource file, Analysis analysis);
}
