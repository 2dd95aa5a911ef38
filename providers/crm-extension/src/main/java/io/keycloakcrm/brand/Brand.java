package io.keycloakcrm.brand;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * The brand of a realm. Attributes may be written by the console and by realm imports too, so what cannot be understood
 * here counts as not set; pages never fail by it.
 *
 * @param name what the company calls itself; the realm's display name where nothing is set
 * @param logo address of an image at its own host, or the image itself
 * @param color the company's colour, as it is, whatever it stands on
 * @param support a mail address or an https address
 */
public record Brand(String name, Optional<String> logo, Optional<Color> color, Optional<String> support) {

    public static final String NAME = "crm.brand.name";
    public static final String LOGO = "crm.brand.logo";
    public static final String COLOR = "crm.brand.color";
    public static final String SUPPORT = "crm.brand.support";

    /** Characters of an {@code https} address in a page, a style sheet or a mail. */
    private static final Pattern ADDRESS = Pattern.compile("https://[\\w.~:/?#@!$&*+,;=%\\[\\]-]{1,2000}");

    /** Not what mail allows, but what is safe to be made a {@code mailto:} address of. */
    private static final Pattern MAIL = Pattern.compile("[^\\s:@/?&<>\"']{1,200}@[^\\s:@/?&<>\"']{1,200}");

    /** What turns a line over or begins another. */
    private static final Pattern MARKS = Pattern.compile("[\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

    public static Brand of(RealmModel realm) {
        return new Brand(
                MARKS.matcher(attribute(realm, NAME).orElseGet(() -> nameOf(realm)))
                        .replaceAll(" "),
                attribute(realm, LOGO).filter(Brand::isLogo),
                attribute(realm, COLOR).flatMap(Color::parse),
                attribute(realm, SUPPORT).filter(Brand::isSupport));
    }

    private static Optional<String> attribute(RealmModel realm, String name) {
        return Optional.<String>ofNullable(realm.getAttribute(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static String nameOf(RealmModel realm) {
        @Nullable String displayName = realm.getDisplayName();
        return displayName == null || displayName.isBlank() ? realm.getName() : displayName;
    }

    /** An https address, or an image of a kind and size that {@link Logo} serves. */
    public static boolean isLogo(String value) {
        return isHttps(value) || Logo.parse(value).isPresent();
    }

    /** A mail address, or an https address. */
    public static boolean isSupport(String value) {
        return isHttps(value) || MAIL.matcher(value).matches();
    }

    private static boolean isHttps(String value) {
        return ADDRESS.matcher(value).matches();
    }

    /**
     * What the templates of mails call {@code brand}: {@code name}, {@code color} and {@code onColor} always, {@code logo}
     * (an address; clients show no images that a mail brings along), {@code support} and {@code supportUrl} where set.
     */
    public Map<String, Object> forMails() {
        Palette palette = Palette.of(color.orElse(Palette.DEFAULT));
        Map<String, Object> bean = new HashMap<>();
        bean.put("name", name);
        bean.put("color", palette.light().toString());
        bean.put("onColor", palette.onLight().toString());
        logo.filter(Brand::isHttps).ifPresent(address -> bean.put("logo", address));
        support.ifPresent(contact -> {
            bean.put("support", contact);
            bean.put("supportUrl", isHttps(contact) ? contact : "mailto:" + contact);
        });
        return bean;
    }
}
