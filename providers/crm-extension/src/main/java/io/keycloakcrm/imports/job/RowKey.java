package io.keycloakcrm.imports.job;

import java.io.Serializable;

/** Primary key of {@link RowEntity}; the names are those of its fields. */
record RowKey(String importId, long rowNo) implements Serializable {}
