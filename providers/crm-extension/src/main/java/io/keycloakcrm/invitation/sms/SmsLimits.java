package io.keycloakcrm.invitation.sms;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * How many codes a realm sends on one day at most, from its attributes {@code crm.sms.…}.
 *
 * @param perNumber to one number
 * @param perPerson to one person, whatever the number
 * @param perAddress asked for from one network address
 * @param perRealm in all
 */
record SmsLimits(int perNumber, int perPerson, int perAddress, int perRealm) {

    /** Of the realm attributes about text messages. */
    static final String PREFIX = "crm.sms.";

    static SmsLimits of(RealmModel realm) {
        return new SmsLimits(
                number(realm, "per-number-per-day", 5),
                number(realm, "per-person-per-day", 5),
                number(realm, "per-address-per-day", 50),
                number(realm, "per-realm-per-day", 2_000));
    }

    private static int number(RealmModel realm, String name, int fallback) {
        @Nullable String written = realm.getAttribute(PREFIX + name);
        return written != null && written.matches("\\d{1,6}") ? Integer.parseInt(written) : fallback;
    }
}
