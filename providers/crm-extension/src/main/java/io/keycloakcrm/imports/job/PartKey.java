package io.keycloakcrm.imports.job;

import java.io.Serializable;

/** Primary key of {@link PartEntity}; the names are those of its fields. */
record PartKey(String importId, int number) implements Serializable {}
