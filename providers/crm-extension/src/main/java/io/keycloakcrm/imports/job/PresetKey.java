package io.keycloakcrm.imports.job;

import java.io.Serializable;

/** Primary key of {@link PresetEntity}; the names are those of its fields. */
record PresetKey(String realmId, String name) implements Serializable {}
