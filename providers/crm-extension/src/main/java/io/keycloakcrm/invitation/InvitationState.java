package io.keycloakcrm.invitation;

import java.util.Locale;
import java.util.Set;

/** How far an invitation has come. */
public enum InvitationState {
    /** Its link has not been used. */
    PENDING,
    /** Somebody has come in by its link and has not set a credential yet. */
    OPENED,
    /** The person has a credential; from here on the link only leads to the sign-in. */
    CLAIMED,
    /** The person is through with everything asked of him. */
    ACCEPTED,
    /** Nobody came in time. */
    EXPIRED,
    /** It was taken back. */
    REVOKED;

    /** In which the link still leads anywhere but to the sign-in. */
    static final Set<InvitationState> OPEN = Set.of(PENDING, OPENED);

    /** As it is stored and answered. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static InvitationState of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
