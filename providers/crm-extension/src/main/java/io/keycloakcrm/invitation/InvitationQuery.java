package io.keycloakcrm.invitation;

import org.jspecify.annotations.Nullable;

/**
 * Which invitations are wanted, the latest first.
 *
 * @param state as {@link Invitation#stateAt} says it; null for any
 * @param delivery null for any
 * @param userId of a person; null for anybody
 * @param search what finds the person; null for everybody
 * @param first how many to pass over
 * @param max how many at most
 */
public record InvitationQuery(
        @Nullable InvitationState state,
        @Nullable DeliveryState delivery,
        @Nullable String userId,
        @Nullable String search,
        int first,
        int max) {}
