package io.keycloakcrm.rest;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.ws.rs.core.HttpHeaders;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The text of a stable code in the reader's language: zh-CN, zh-TW or en. The bundles are those that Keycloak's own
 * pages and console read, so a code has one text everywhere.
 */
public final class Messages {

    private static final String BUNDLE = "theme-resources.messages.messages";

    // Of the three bundles, the one a language or script without a country means.
    private static final Map<String, Locale> SUPPORTED = Map.of(
            "zh-CN", Locale.SIMPLIFIED_CHINESE,
            "zh-TW", Locale.TRADITIONAL_CHINESE,
            "zh-HK", Locale.TRADITIONAL_CHINESE,
            "zh-MO", Locale.TRADITIONAL_CHINESE,
            "zh-Hant", Locale.TRADITIONAL_CHINESE,
            "zh-Hans", Locale.SIMPLIFIED_CHINESE,
            "zh-SG", Locale.SIMPLIFIED_CHINESE,
            "zh", Locale.SIMPLIFIED_CHINESE,
            "en", Locale.ENGLISH);

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Messages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, Messages.class.getClassLoader(), NO_FALLBACK);
    }

    /** Texts for the caller of the present request, by {@code Accept-Language}; the realm's default locale without one. */
    public static Messages of(KeycloakSession session) {
        @Nullable String accepted = acceptedLanguages(session);
        if (accepted != null && !accepted.isBlank()) {
            return of(accepted);
        }
        @Nullable RealmModel realm = session.getContext().getRealm();
        @Nullable String realmDefault = realm == null ? null : realm.getDefaultLocale();
        return of(realmDefault == null ? "en" : realmDefault);
    }

    private static @Nullable String acceptedLanguages(KeycloakSession session) {
        try {
            return session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        } catch (ContextNotActiveException backgroundWork) {
            return null;
        }
    }

    /** Texts for a language range such as {@code zh-TW,zh;q=0.9,en;q=0.8}; English where none is spoken. */
    public static Messages of(String languageRange) {
        for (Locale.LanguageRange range : ranges(languageRange)) {
            Locale wanted = Locale.forLanguageTag(range.getRange());
            for (String tag : List.of(
                    wanted.getLanguage() + "-" + wanted.getCountry(),
                    wanted.getLanguage() + "-" + wanted.getScript(),
                    wanted.getLanguage())) {
                @Nullable Locale supported = SUPPORTED.get(tag);
                if (supported != null) {
                    return new Messages(supported);
                }
            }
        }
        return new Messages(Locale.ENGLISH);
    }

    private static List<Locale.LanguageRange> ranges(String languageRange) {
        try {
            return Locale.LanguageRange.parse(languageRange);
        } catch (IllegalArgumentException malformedHeader) {
            return List.of();
        }
    }

    /** The language of the texts. */
    public Locale locale() {
        return locale;
    }

    /** The text of {@code code}; the code itself if it has none, so that nothing is ever hidden. */
    public String text(String code, @Nullable Object... params) {
        try {
            return new MessageFormat(bundle.getString(code), locale).format(params);
        } catch (MissingResourceException unknownCode) {
            return code;
        }
    }
}
