package io.keycloakcrm.setup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a part of the realm stands to what this release ships. */
enum ItemState {
    /** As this release ships it. */
    PRESENT,
    MISSING,
    /** As an earlier release applied it. */
    OUTDATED,
    /** Changed by an administrator, or there before setup ever ran; never overwritten. */
    CUSTOMIZED;

    /**
     * @param live what the realm holds, null if nothing
     * @param applied what setup last saw as its own, null if never
     */
    static ItemState of(Fingerprint desired, @Nullable Fingerprint live, @Nullable Fingerprint applied) {
        if (live == null) {
            return MISSING;
        }
        if (live.equals(desired)) {
            return PRESENT;
        }
        return live.equals(applied) ? OUTDATED : CUSTOMIZED;
    }

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
