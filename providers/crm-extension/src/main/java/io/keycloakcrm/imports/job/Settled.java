package io.keycloakcrm.imports.job;

import org.jspecify.annotations.Nullable;

/**
 * What an earlier phase has settled about a row.
 *
 * @param outcome its outcome
 * @param userId the member; null if there is none
 * @param isNewcomer whether it was this row that made the member, even if something else of the row failed later
 */
public record Settled(Outcome outcome, @Nullable String userId, boolean isNewcomer) {}
