package io.keycloakcrm.staff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** State of an account; computed whenever it is shown, never stored. */
enum StaffState {
    ACTIVE,
    SUSPENDED,
    EXPIRED,
    LEFT;

    static StaffState of(boolean enabled, @Nullable String employmentStatus, @Nullable Long validUntil, long now) {
        if ("left".equals(employmentStatus)) {
            return LEFT;
        }
        if (validUntil != null && validUntil <= now) {
            return EXPIRED;
        }
        return enabled ? ACTIVE : SUSPENDED;
    }

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
