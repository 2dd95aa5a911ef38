package io.keycloakcrm.invitation.sms;

import java.util.Locale;

/** What became of the last code that a person asked for. */
public enum PhoneCodeState {
    /** None was asked for. */
    NONE,
    /** It is on its way. */
    ASKED,
    /** It was taken by whoever brings it. */
    SENT,
    /** It did not go out, or nobody knows whether it did. */
    FAILED,
    /** It was given. */
    USED;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PhoneCodeState of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
