package io.keycloakcrm.setup.settings;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/** How the realm welcomes people; defaults included. */
record OnboardingSettings(
        @Nullable String termsVersion,
        @Nullable String termsUrl,
        @Nullable String privacyUrl,
        @Nullable String phone,
        @Nullable Boolean passkeys,
        @Nullable List<GettingStarted> gettingStarted) {

    private static final String TERMS_VERSION = "crm.onboarding.terms-version";
    private static final String TERMS_URL = "crm.onboarding.terms-url";
    private static final String PRIVACY_URL = "crm.onboarding.privacy-url";
    private static final String PHONE = "crm.onboarding.phone";
    private static final String PASSKEYS = "crm.onboarding.passkeys";
    private static final String GETTING_STARTED = "crm.onboarding.getting-started";

    private static final String PHONE_OFF = "off";
    private static final List<String> PHONES = List.of("required", PHONE_OFF);
    private static final int MOST_LINKS = 20;
    private static final Pattern VERSION = Pattern.compile("[\\p{L}\\p{N}._ -]{1,50}");

    static OnboardingSettings of(RealmModel realm) {
        return new OnboardingSettings(
                realm.getAttribute(TERMS_VERSION),
                realm.getAttribute(TERMS_URL),
                realm.getAttribute(PRIVACY_URL),
                text(realm, PHONE, PHONE_OFF),
                realm.getAttribute(PASSKEYS, true),
                Arrays.stream(text(realm, GETTING_STARTED, "").split("\n"))
                        .flatMap(GettingStarted::parsed)
                        .toList());
    }

    private static String text(RealmModel realm, String name, String otherwise) {
        @Nullable String set = realm.getAttribute(name);
        return set == null ? otherwise : set;
    }

    void check(Findings findings) {
        findings.text(
                "onboarding.termsVersion",
                termsVersion,
                VERSION.asMatchPredicate(),
                "crm.settings.terms-version-invalid");
        findings.address("onboarding.termsUrl", termsUrl);
        findings.address("onboarding.privacyUrl", privacyUrl);
        findings.text("onboarding.phone", phone, PHONES::contains, "crm.settings.phone-invalid");
        List<GettingStarted> links = links();
        if (links.size() > MOST_LINKS) {
            findings.add("onboarding.gettingStarted", "crm.settings.number-invalid", 0, MOST_LINKS);
        }
        for (int i = 0; i < links.size(); i++) {
            links.get(i).check("onboarding.gettingStarted[" + i + "]", findings);
        }
    }

    private List<GettingStarted> links() {
        return gettingStarted == null ? List.of() : gettingStarted;
    }

    void write(RealmAttributes attributes) {
        attributes.set(TERMS_VERSION, termsVersion);
        attributes.set(TERMS_URL, termsUrl);
        attributes.set(PRIVACY_URL, privacyUrl);
        attributes.set(PHONE, phone, PHONE_OFF);
        attributes.set(PASSKEYS, passkeys, true);
        attributes.set(
                GETTING_STARTED, links().stream().map(GettingStarted::line).collect(Collectors.joining("\n")));
    }
}
