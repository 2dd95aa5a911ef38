package io.keycloakcrm.setup.settings;

import io.keycloakcrm.invitation.InvitationSettings;
import io.keycloakcrm.invitation.InvitationTerms;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** How the realm invites; defaults included. Durations as in ISO 8601. */
record InvitingSettings(
        @Nullable String life,
        @Nullable Boolean copyLink,
        @Nullable String reminder,
        @Nullable Integer perAddressPerDay,
        @Nullable String coolDown,
        @Nullable String client) {

    private static final int MOST_PER_ADDRESS_PER_DAY = 100;
    private static final Duration LONGEST_COOL_DOWN = Duration.ofDays(1);

    static InvitingSettings of(RealmModel realm) {
        InvitationSettings settings = InvitationSettings.of(realm);
        return new InvitingSettings(
                settings.life().toString(),
                settings.copyLink(),
                settings.reminder() == null ? null : settings.reminder().toString(),
                settings.perAddressPerDay(),
                settings.coolDown().toString(),
                settings.clientId());
    }

    void check(RealmModel realm, Findings findings) {
        findings.text("invitation.life", life, lasting(InvitationTerms::allowsLife), "crm.settings.life-invalid");
        findings.text(
                "invitation.reminder",
                reminder,
                lasting(before -> before.toMillis() > 0 && before.compareTo(lifeOrDefault()) < 0),
                "crm.settings.reminder-invalid");
        findings.text(
                "invitation.coolDown",
                coolDown,
                lasting(wait -> !wait.isNegative() && wait.compareTo(LONGEST_COOL_DOWN) <= 0),
                "crm.settings.cool-down-invalid");
        if (perAddressPerDay != null && (perAddressPerDay < 1 || perAddressPerDay > MOST_PER_ADDRESS_PER_DAY)) {
            findings.add("invitation.perAddressPerDay", "crm.settings.number-invalid", 1, MOST_PER_ADDRESS_PER_DAY);
        }
        findings.text("invitation.client", client, id -> leadsTo(realm, id), "crm.settings.client-unknown");
    }

    private static boolean leadsTo(RealmModel realm, String clientId) {
        @Nullable ClientModel client = realm.getClientByClientId(clientId);
        return client != null && client.isEnabled();
    }

    private Duration lifeOrDefault() {
        return parsed(life).orElse(InvitationTerms.DEFAULT_LIFE);
    }

    private static Predicate<String> lasting(Predicate<Duration> right) {
        return text -> parsed(text).filter(right).isPresent();
    }

    private static Optional<Duration> parsed(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(Duration.parse(text.strip()));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    void write(RealmAttributes attributes) {
        attributes.set(InvitationSettings.LIFE, parsed(life).orElse(null), InvitationTerms.DEFAULT_LIFE);
        attributes.set(InvitationSettings.COPY_LINK, copyLink, false);
        attributes.set(
                InvitationSettings.REMINDER,
                parsed(reminder).map(Duration::toString).orElse(null));
        attributes.set(
                InvitationSettings.PER_ADDRESS_PER_DAY,
                perAddressPerDay,
                InvitationSettings.DEFAULT_PER_ADDRESS_PER_DAY);
        attributes.set(
                InvitationSettings.COOL_DOWN, parsed(coolDown).orElse(null), InvitationSettings.DEFAULT_COOL_DOWN);
        attributes.set(InvitationSettings.CLIENT, client);
    }
}
