package io.keycloakcrm.setup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What setup did about a part. */
enum ItemResult {
    CREATED,
    UPDATED,
    UNCHANGED,
    /** Customised, so left as it is. */
    KEPT;

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
