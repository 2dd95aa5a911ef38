package io.keycloakcrm.invitation.onboarding;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * What a realm asks of new people, from its attributes. What makes no sense is as if it were not said: whoever came to a
 * realm by import has attributes that nobody checked.
 *
 * @param termsVersion of terms and privacy notice together; null if there are none to accept
 * @param termsUrl null if there is nothing to read
 * @param privacyUrl null if there is nothing to read
 * @param phone whether a telephone has to be proved
 * @param gettingStarted in the order in which they are shown
 * @param passkeys whether a passkey may stand for a password
 */
public record OnboardingSettings(
        @Nullable String termsVersion,
        @Nullable String termsUrl,
        @Nullable String privacyUrl,
        boolean phone,
        List<GettingStartedLink> gettingStarted,
        boolean passkeys) {

    private static final String PREFIX = "crm.onboarding.";

    public static final String TERMS_VERSION = PREFIX + "terms-version";
    public static final String TERMS_URL = PREFIX + "terms-url";
    public static final String PRIVACY_URL = PREFIX + "privacy-url";
    public static final String PHONE = PREFIX + "phone";
    public static final String GETTING_STARTED = PREFIX + "getting-started";
    public static final String PASSKEYS = PREFIX + "passkeys";

    static final int MOST_LINKS = 20;

    private static final String PHONE_REQUIRED = "required";
    private static final int LONGEST_VERSION = 64;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final Set<String> WEB = Set.of("http", "https");

    public static OnboardingSettings of(RealmModel realm) {
        return new OnboardingSettings(
                text(realm, TERMS_VERSION)
                        .filter(version -> version.length() <= LONGEST_VERSION)
                        .orElse(null),
                text(realm, TERMS_URL).flatMap(OnboardingSettings::webAddress).orElse(null),
                text(realm, PRIVACY_URL).flatMap(OnboardingSettings::webAddress).orElse(null),
                text(realm, PHONE).filter(PHONE_REQUIRED::equals).isPresent(),
                text(realm, GETTING_STARTED).map(GettingStartedLink::parseAll).orElse(List.of()),
                text(realm, PASSKEYS).map(Boolean::parseBoolean).orElse(true));
    }

    private static Optional<String> text(RealmModel realm, String name) {
        @Nullable String text = realm.getAttribute(name);
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** An address that a page may link to. */
    static Optional<String> webAddress(String written) {
        try {
            var address = new URI(written.strip());
            boolean good = address.getHost() != null
                    && address.getScheme() != null
                    && WEB.contains(address.getScheme())
                    && written.length() <= LONGEST_ADDRESS;
            return good ? Optional.of(address.toString()) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
