package io.keycloakcrm.demo.crm.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language that the person chose here, else the one in the account at Keycloak, else the browser's. */
final class PersonLocale implements LocaleResolver {

    private static final String CHOSEN = PersonLocale.class.getName();
    private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (WebUtils.getSessionAttribute(request, CHOSEN) instanceof Locale chosen) {
            return chosen;
        }
        if (request.getUserPrincipal() instanceof OAuth2AuthenticationToken person
                && person.getPrincipal().getAttribute("locale") instanceof String tag) {
            return supported(List.of(Locale.forLanguageTag(tag)));
        }
        return supported(Collections.list(request.getLocales()));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        WebUtils.setSessionAttribute(request, CHOSEN, locale == null ? null : supported(List.of(locale)));
    }

    private static Locale supported(List<Locale> wanted) {
        for (Locale locale : wanted) {
            if (locale.getLanguage().equals("zh")) {
                return isTraditional(locale) ? Locale.TRADITIONAL_CHINESE : Locale.SIMPLIFIED_CHINESE;
            }
            if (locale.getLanguage().equals("en")) {
                return Locale.ENGLISH;
            }
        }
        return Locale.ENGLISH;
    }

    private static boolean isTraditional(Locale locale) {
        return locale.getScript().isEmpty()
                ? TRADITIONAL.contains(locale.getCountry())
                : locale.getScript().equals("Hant");
    }
}
