package io.keycloakcrm.invitation;

import java.util.Locale;

/** What an invitation comes from. */
public enum Source {
    MANUAL,
    IMPORT,
    REQUEST;

    /** As it is stored and answered. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Source of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
