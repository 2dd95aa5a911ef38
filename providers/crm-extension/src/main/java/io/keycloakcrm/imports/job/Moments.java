package io.keycloakcrm.imports.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When things happened to a job, by the clock of the database; null if they have not. */
public record Moments(
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
