package io.keycloakcrm.invitation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an invitation says and how long it lasts.
 *
 * @param life an hour to thirty days
 * @param source what it comes from
 * @param message to the person, as the inviter wrote it; null without one
 * @param locale language of mail and pages, as a tag; null for the realm's own
 * @param clientId of the application that it leads to; null for the realm's own
 * @param redirectUri where in the application; null for its own beginning
 */
public record InvitationTerms(
        Duration life,
        Source source,
        @Nullable String message,
        @Nullable String locale,
        @Nullable String clientId,
        @Nullable String redirectUri) {

    public static final Duration DEFAULT_LIFE = Duration.ofDays(3);

    /** Characters of a message. */
    public static final int LONGEST_MESSAGE = 1_000;

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    public InvitationTerms {
        if (!allowsLife(life)) {
            throw new IllegalArgumentException("an invitation lasts an hour to thirty days, not " + life);
        }
        if (message != null && message.length() > LONGEST_MESSAGE) {
            throw new IllegalArgumentException("a message has at most " + LONGEST_MESSAGE + " characters");
        }
    }

    /** Whether an invitation may last that long. */
    public static boolean allowsLife(Duration life) {
        return life.compareTo(SHORTEST) >= 0 && life.compareTo(LONGEST) <= 0;
    }

    /** By hand and with nothing said. */
    public static InvitationTerms plain() {
        return new InvitationTerms(DEFAULT_LIFE, Source.MANUAL, null, null, null, null);
    }
}
