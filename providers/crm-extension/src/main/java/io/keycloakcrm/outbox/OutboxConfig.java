package io.keycloakcrm.outbox;

import org.keycloak.Config;

/**
 * Options of {@code spi-crm-outbox--default--…}.
 *
 * @param workers deliveries under way at the same time on this node, 1 to 16
 * @param perSecond what this node sends at most, of all realms and kinds
 * @param leaseMillis how long what a node has claimed is left to it if it does not begin
 * @param sendingMillis how long a delivery may take; after it nobody knows whether it went out
 * @param tickMillis how often a node looks for work nobody told it of
 * @param retry when what failed is tried again, and how often
 * @param retentionDays days after which what ended is erased
 * @param metrics whether the server has metrics
 */
record OutboxConfig(
        int workers,
        int perSecond,
        long leaseMillis,
        long sendingMillis,
        long tickMillis,
        Retry retry,
        int retentionDays,
        boolean metrics) {

    static final int DEFAULT_WORKERS = 4;
    static final int DEFAULT_PER_SECOND = 200;
    static final long DEFAULT_LEASE_MILLIS = 20_000;
    static final long DEFAULT_SENDING_MILLIS = 300_000;
    static final long DEFAULT_TICK_MILLIS = 5_000;
    static final int DEFAULT_RETENTION_DAYS = 30;

    OutboxConfig {
        if (workers < 1 || workers > 16) {
            throw new IllegalArgumentException("workers must be 1 to 16, not " + workers);
        }
        if (perSecond < 1 || retentionDays < 1) {
            throw new IllegalArgumentException("per-second >= 1, retention-days >= 1");
        }
        if (leaseMillis < 1000 || sendingMillis < 1000 || tickMillis < 100) {
            throw new IllegalArgumentException("lease-millis >= 1000, sending-millis >= 1000, tick-millis >= 100");
        }
    }

    static OutboxConfig from(Config.Scope config) {
        return new OutboxConfig(
                config.getInt("workers", DEFAULT_WORKERS),
                config.getInt("per-second", DEFAULT_PER_SECOND),
                config.getLong("lease-millis", DEFAULT_LEASE_MILLIS),
                config.getLong("sending-millis", DEFAULT_SENDING_MILLIS),
                config.getLong("tick-millis", DEFAULT_TICK_MILLIS),
                new Retry(
                        config.getLong("retry-millis", Retry.DEFAULT_FIRST_MILLIS),
                        config.getInt("max-attempts", Retry.DEFAULT_MOST)),
                config.getInt("retention-days", DEFAULT_RETENTION_DAYS),
                config.root().getBoolean("metrics-enabled", false));
    }
}
