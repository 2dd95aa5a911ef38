package io.keycloakcrm.imports.job;

import org.jspecify.annotations.Nullable;

/**
 * What an earlier phase has settled about a row.
 *
 * @param outcome its outcome
 * @param userId the member; null if there is none
 */
public record Settled(Outcome outcome, @Nullable String userId) {}
