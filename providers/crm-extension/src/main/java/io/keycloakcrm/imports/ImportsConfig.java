package io.keycloakcrm.imports;

import io.keycloakcrm.imports.job.EngineConfig;
import org.keycloak.Config;

/**
 * Options of {@code spi-crm-admin-endpoint--imports--…}.
 *
 * @param maxFileBytes larger files are refused; the server's own limit on request bodies stands in front of it
 * @param engine how this node works on imports
 */
record ImportsConfig(long maxFileBytes, EngineConfig engine) {

    static final long DEFAULT_MAX_FILE_BYTES = 100L * 1024 * 1024;

    ImportsConfig {
        if (maxFileBytes < 1) {
            throw new IllegalArgumentException("max-file-bytes must be positive, not " + maxFileBytes);
        }
    }

    static ImportsConfig from(Config.Scope config) {
        return new ImportsConfig(config.getLong("max-file-bytes", DEFAULT_MAX_FILE_BYTES), EngineConfig.from(config));
    }
}
