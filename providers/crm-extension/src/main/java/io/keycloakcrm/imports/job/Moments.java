package io.keycloakcrm.imports.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When things happened to a job, by the clock of the database; null if they have not.
 *
 * @param resumedAt when it last began to work: at the start, or after a pause
 */
public record Moments(
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant resumedAt,
        @Nullable Instant finishedAt) {}
