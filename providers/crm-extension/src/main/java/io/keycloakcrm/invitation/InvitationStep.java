package io.keycloakcrm.invitation;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that happened to an invitation.
 *
 * @param version the edition it happened to
 * @param at by the database's clock
 */
public record InvitationStep(What what, int version, Instant at) {

    /** The kinds of steps; those that may fall into one moment stand in the order in which they do. */
    public enum What {
        INVITED,
        RENEWED,
        QUEUED,
        SENT,
        UNDELIVERABLE,
        REMINDED,
        LINK_COPIED,
        OPENED,
        CLAIMED,
        ACCEPTED,
        REVOKED,
        EXPIRED;

        /** As it is stored and answered. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static What of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }
}
