package io.keycloakcrm.invitation.sms;

import io.keycloakcrm.staff.PhoneNumbers;
import io.keycloakcrm.staff.PhoneRegion;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * Where a realm sends text messages to. Whoever can have messages sent to any number can have them sent to numbers that
 * cost, and earns by it; so nothing else is said, only the realm's own country is open.
 *
 * @param regions ISO 3166-1 alpha-2
 */
public record SmsCountries(Set<String> regions) {

    /** Realm attribute: regions, separated by commas. */
    public static final String ATTRIBUTE = SmsLimits.PREFIX + "countries";

    public static SmsCountries of(RealmModel realm) {
        @Nullable String written = realm.getAttribute(ATTRIBUTE);
        if (written == null || written.isBlank()) {
            return new SmsCountries(Set.of(PhoneRegion.of(realm).region()));
        }
        return new SmsCountries(Arrays.stream(written.split(","))
                .map(region -> region.strip().toUpperCase(Locale.ROOT))
                .filter(region -> !region.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a number is of one of them, and of a kind that takes messages at no charge. */
    public boolean reach(String number) {
        return PhoneNumbers.mobileRegion(number).filter(regions::contains).isPresent();
    }
}
