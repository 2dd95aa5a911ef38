package io.keycloakcrm.invitation;

import java.util.Locale;

/** By what way a code leaves the house. */
public enum Channel {
    MAIL,
    SMS,
    /** Handed to the administrator who asked for it. */
    LINK;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
