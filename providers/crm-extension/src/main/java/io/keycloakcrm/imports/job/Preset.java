package io.keycloakcrm.imports.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mapping kept under a name.
 *
 * @param name at most 64 characters, unique in the realm
 * @param columns what becomes of columns with these headers
 */
public record Preset(String name, List<Assignment> columns) {

    public Preset {
        columns = List.copyOf(columns);
    }

    /**
     * One column, recognised by its header.
     *
     * @param header as written in files
     * @param field what it is mapped to; null to ignore it
     * @param transform how a cell becomes a value; null for as is
     */
    public record Assignment(
            String header, @Nullable String field, @Nullable String transform) {}
}
