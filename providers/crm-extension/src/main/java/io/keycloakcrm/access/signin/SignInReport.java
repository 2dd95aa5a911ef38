package io.keycloakcrm.access.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a person's sign-in stands.
 *
 * @param possible nothing that is known here is in its way
 * @param findings the gravest first; never empty
 */
record SignInReport(String userId, boolean possible, List<Finding> findings) {

    static SignInReport of(String userId, List<Finding> findings) {
        return new SignInReport(
                userId, findings.stream().noneMatch(finding -> finding.effect() == Effect.BLOCKS), findings);
    }

    /**
     * One thing that matters to the sign-in.
     *
     * @param message what it is, in the reader's language
     * @param next what to do about it, in the reader's language
     * @param value what the code speaks of, such as the name of an action or an error; null where there is nothing to name
     * @param time since or until when, in ISO 8601; null where it has no time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Finding(
            String code,
            Effect effect,
            String message,
            String next,
            @Nullable String value,
            @Nullable String time) {}

    enum Effect {
        /** The person cannot sign in. */
        BLOCKS,
        /** The person has something to do on the way in. */
        ASKS,
        /** Worth knowing. */
        NOTES;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
