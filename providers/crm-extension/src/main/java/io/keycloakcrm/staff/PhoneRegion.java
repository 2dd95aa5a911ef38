package io.keycloakcrm.staff;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * Where a telephone number without country code is.
 *
 * @param region ISO 3166-1 alpha-2
 */
public record PhoneRegion(String region) {

    /** Realm attribute that names the region. */
    public static final String ATTRIBUTE = "crm.default-region";

    private static final String DEFAULT = "CN";

    public static PhoneRegion of(RealmModel realm) {
        @Nullable String configured = realm.getAttribute(ATTRIBUTE);
        return new PhoneRegion(configured == null || configured.isBlank() ? DEFAULT : configured);
    }

    /** The number in E.164; as written if it is none, for the validator to say so. */
    String e164OrAsWritten(String written) {
        return PhoneNumbers.e164(written, region).orElse(written);
    }
}
