package io.keycloakcrm.invitation;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * How a realm invites, from its attributes. What is missing, or makes no sense, is as if it were not said: whoever came
 * to a realm by import has attributes that nobody checked.
 *
 * @param life how long an invitation lasts
 * @param copyLink whether administrators may take a link into their own hands
 * @param reminder how long before its end a person who has not come is reminded; null for never
 * @param perAddressPerDay how many mails or text messages about invitations an address gets in 24 hours
 * @param coolDown the least time between two of them
 * @param clientId of the application that an invitation leads to if nothing else is said; null for none
 */
public record InvitationSettings(
        Duration life,
        boolean copyLink,
        @Nullable Duration reminder,
        int perAddressPerDay,
        Duration coolDown,
        @Nullable String clientId) {

    /** Names of the attributes; durations are written as in ISO 8601, such as {@code PT72H}. */
    public static final String LIFE = "crm.invitation.life";

    public static final String COPY_LINK = "crm.invitation.copy-link";
    public static final String REMINDER = "crm.invitation.reminder";
    public static final String PER_ADDRESS_PER_DAY = "crm.invitation.per-address-per-day";
    public static final String COOL_DOWN = "crm.invitation.cool-down";
    public static final String CLIENT = "crm.invitation.client";

    public static final int DEFAULT_PER_ADDRESS_PER_DAY = 5;
    public static final Duration DEFAULT_COOL_DOWN = Duration.ofMinutes(1);

    private static final int MOST_PER_ADDRESS_PER_DAY = 100;
    private static final Duration LONGEST_COOL_DOWN = Duration.ofDays(1);

    public static InvitationSettings of(RealmModel realm) {
        return new InvitationSettings(
                duration(realm, LIFE, InvitationTerms::allowsLife).orElse(InvitationTerms.DEFAULT_LIFE),
                Boolean.parseBoolean(realm.getAttribute(COPY_LINK)),
                duration(realm, REMINDER, before -> before.toMillis() > 0).orElse(null),
                number(realm),
                duration(realm, COOL_DOWN, wait -> !wait.isNegative() && wait.compareTo(LONGEST_COOL_DOWN) <= 0)
                        .orElse(DEFAULT_COOL_DOWN),
                text(realm, CLIENT).orElse(null));
    }

    private static int number(RealmModel realm) {
        return text(realm, PER_ADDRESS_PER_DAY)
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= MOST_PER_ADDRESS_PER_DAY)
                .orElse(DEFAULT_PER_ADDRESS_PER_DAY);
    }

    private static Optional<Duration> duration(RealmModel realm, String name, Predicate<Duration> sensible) {
        return text(realm, name).flatMap(InvitationSettings::parsed).filter(sensible);
    }

    private static Optional<Duration> parsed(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(RealmModel realm, String name) {
        @Nullable String text = realm.getAttribute(name);
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }
}
