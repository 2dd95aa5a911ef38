package io.keycloakcrm.invitation;

import org.jspecify.annotations.Nullable;

/**
 * Whom an invitation is for.
 *
 * @param address his e-mail address at that moment; null if he has none
 */
public record Invitee(String userId, @Nullable String address) {}
