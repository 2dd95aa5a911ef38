package io.keycloakcrm.setup.settings;

import io.keycloakcrm.brand.Brand;
import io.keycloakcrm.brand.Color;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/** How the realm looks; as it is set, not as it is shown. */
record BrandSettings(
        @Nullable String name,
        @Nullable String logo,
        @Nullable String color,
        @Nullable String support) {

    // Without controls and marks of direction, which could turn a whole heading, and without what HTML is made of.
    private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cf}<>]{1,100}");

    static BrandSettings of(RealmModel realm) {
        return new BrandSettings(
                realm.getAttribute(Brand.NAME),
                realm.getAttribute(Brand.LOGO),
                realm.getAttribute(Brand.COLOR),
                realm.getAttribute(Brand.SUPPORT));
    }

    void check(Findings findings) {
        findings.text("brand.name", name, NAME.asMatchPredicate(), "crm.settings.name-invalid");
        findings.text("brand.logo", logo, Brand::isLogo, "crm.settings.logo-invalid");
        findings.text("brand.color", color, value -> Color.parse(value).isPresent(), "crm.settings.color-invalid");
        findings.text("brand.support", support, Brand::isSupport, "crm.settings.support-invalid");
    }

    void write(RealmAttributes attributes) {
        attributes.set(Brand.NAME, name);
        attributes.set(Brand.LOGO, logo);
        attributes.set(Brand.COLOR, color);
        attributes.set(Brand.SUPPORT, support);
    }
}
