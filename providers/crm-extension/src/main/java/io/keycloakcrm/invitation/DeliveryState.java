package io.keycloakcrm.invitation;

import java.util.Locale;

/** What became of the mail or text message of an invitation. */
public enum DeliveryState {
    /** Nothing is sent; whoever invites hands the link over himself. */
    NONE,
    QUEUED,
    SENT,
    /** It was refused, or given up, or nobody knows whether it arrived. */
    UNDELIVERABLE;

    /** As it is stored and answered. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
