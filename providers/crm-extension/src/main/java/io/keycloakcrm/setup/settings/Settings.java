package io.keycloakcrm.setup.settings;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/** The document. */
record Settings(
        @Nullable BrandSettings brand,
        @Nullable InvitingSettings invitation,
        @Nullable OnboardingSettings onboarding) {

    static Settings of(RealmModel realm) {
        return new Settings(BrandSettings.of(realm), InvitingSettings.of(realm), OnboardingSettings.of(realm));
    }

    void check(RealmModel realm, Findings findings) {
        if (brand != null) {
            brand.check(findings);
        }
        if (invitation != null) {
            invitation.check(realm, findings);
        }
        if (onboarding != null) {
            onboarding.check(findings);
        }
    }

    void write(RealmAttributes attributes) {
        if (brand != null) {
            brand.write(attributes);
        }
        if (invitation != null) {
            invitation.write(attributes);
        }
        if (onboarding != null) {
            onboarding.write(attributes);
        }
    }
}
