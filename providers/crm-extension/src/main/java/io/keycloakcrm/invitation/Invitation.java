package io.keycloakcrm.invitation;

import io.keycloakcrm.staff.StaffAttributes;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/**
 * An invitation as it stands at one moment; the next may have moved it on.
 *
 * @param version goes up each time it is sent anew; codes of earlier versions are dead
 * @param address the e-mail address or phone number that it was made for; null where the person had neither
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

    /**
     * The person as it was made for him. Who had no address then may have been asked for one since, and who has only a
     * phone may have been asked for an e-mail address.
     *
     * @param user whom it is for
     * @return empty if it went to an address or a number that is his no more
     */
    public Optional<Invitee> invitee(UserModel user) {
        boolean his = address == null
                || address.equals(user.getEmail())
                || address.equals(user.getFirstAttribute(StaffAttributes.PHONE_NUMBER));
        return his ? Optional.of(new Invitee(user.getId(), address)) : Optional.empty();
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
