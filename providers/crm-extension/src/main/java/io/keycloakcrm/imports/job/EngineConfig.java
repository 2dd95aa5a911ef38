package io.keycloakcrm.imports.job;

import java.util.Locale;
import org.keycloak.Config;

/**
 * How this node works on imports.
 *
 * @param workers chunks worked at the same time on this node, 1 to 4
 * @param leaseMillis how long a claimed chunk is left alone if its node says nothing
 * @param tickMillis how often a node looks for work nobody told it of
 * @param retentionDays days after which file and results of a finished job are erased
 * @param membersPath how new members come into the database
 * @param metrics whether the server has metrics
 */
public record EngineConfig(
        int workers, long leaseMillis, long tickMillis, int retentionDays, MembersPath membersPath, boolean metrics) {

    public static final int DEFAULT_WORKERS = 2;

    public EngineConfig {
        if (workers < 1 || workers > 4) {
            throw new IllegalArgumentException("workers must be 1 to 4, not " + workers);
        }
        if (leaseMillis < 1000 || tickMillis < 100 || retentionDays < 1) {
            throw new IllegalArgumentException("lease-millis >= 1000, tick-millis >= 100, retention-days >= 1");
        }
    }

    /**
     * From the options {@code workers}, {@code lease-millis}, {@code tick-millis}, {@code retention-days} and {@code
     * members-path}, and from the server's own {@code metrics-enabled}.
     */
    public static EngineConfig from(Config.Scope config) {
        return new EngineConfig(
                config.getInt("workers", DEFAULT_WORKERS),
                config.getLong("lease-millis", 20_000L),
                config.getLong("tick-millis", 10_000L),
                config.getInt("retention-days", 30),
                MembersPath.valueOf(config.get("members-path", "auto").toUpperCase(Locale.ROOT)),
                config.root().getBoolean("metrics-enabled", false));
    }
}
