package io.keycloakcrm.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as it stands at one moment; the next may have moved it on.
 *
 * @param version goes up each time it is sent anew; codes of earlier versions are dead
 * @param address the e-mail address that it was made for; null where the person had none
 * @param origin the row of an import by which the person came; null if by none
 * @param sends codes that were made for it so far, of all versions
 */
public record Invitation(
        String id,
        String userId,
        int version,
        InvitationState state,
        DeliveryState delivery,
        @Nullable String address,
        Inviter inviter,
        InvitationTerms terms,
        @Nullable Origin origin,
        int sends,
        Moments moments) {

    public Edition edition() {
        return new Edition(id, version);
    }

    /** Whether its links lead in; one that has run out is marked so later. */
    public boolean isOpenAt(Instant now) {
        return InvitationState.OPEN.contains(state) && moments.expiresAt().isAfter(now);
    }

    /** Its state, in which it has run out as soon as its time is over. */
    public InvitationState stateAt(Instant now) {
        return InvitationState.OPEN.contains(state) && !isOpenAt(now) ? InvitationState.EXPIRED : state;
    }

    /** When what happened to it, by the database's clock; null if it has not. */
    public record Moments(
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant openedAt,
            @Nullable Instant claimedAt,
            @Nullable Instant endedAt) {}
}
