package io.keycloakcrm.access.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether the person may do it with the record.
 *
 * @param permitted whether with any record at all
 * @param code the reason, stable
 * @param message the reason in the reader's language
 * @param grants all that is said for the operation; the record has to meet every condition of one of them
 */
record RecordAnswer(
        String permission, boolean permitted, boolean allowed, String code, String message, List<Try> grants) {

    /**
     * How the record fares with one grant.
     *
     * @param role name of the role that says it; null for the person's own attribute
     * @param misses conditions that the record does not meet; empty if it meets them all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Try(@Nullable String role, String key, String scope, boolean matches, List<Condition> misses) {}

    enum Condition {
        OWNER,
        DEPARTMENT,
        REGION,
        /** The grant means the person's own departments, and there are none. */
        OWN_DEPARTMENT;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
