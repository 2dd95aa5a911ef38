package io.keycloakcrm.invitation.door;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.utils.SecureContextResolver;

/**
 * What a browser shows so that nobody else's page presses the button for it, and what it takes of the door stays with it.
 * Nothing of it is kept here: the page repeats in its form what the cookie says.
 */
final class DoorCookie {

    static final String NAME = "CRM_DOOR";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{43}");

    /** Besides {@code same-origin}: none at all, from browsers that do not say. */
    private static final Set<String> FOREIGN_SITES = Set.of("cross-site", "same-site", "none");

    private DoorCookie() {}

    /** The value for the form; the browser is given one if it has none. */
    static String present(KeycloakSession session) {
        return of(session).orElseGet(() -> given(session));
    }

    /** The value that the browser shows. */
    static Optional<String> of(KeycloakSession session) {
        Map<String, Cookie> cookies =
                session.getContext().getHttpRequest().getHttpHeaders().getCookies();
        return Optional.ofNullable(cookies.get(NAME))
                .map(Cookie::getValue)
                .filter(value -> FORM.matcher(value).matches());
    }

    /** Whether the present form is from a page of ours in this browser. */
    static boolean vouchesFor(KeycloakSession session, @Nullable String formValue) {
        @Nullable
        String site = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString("Sec-Fetch-Site");
        boolean foreign = site != null && FOREIGN_SITES.contains(site);
        return !foreign
                && formValue != null
                && of(session).filter(value -> equal(value, formValue)).isPresent();
    }

    /** SHA-256 of what the browser shows, for a token that passes through its address line. */
    static Optional<String> hash(KeycloakSession session) {
        return of(session).map(value -> HashUtils.sha256UrlEncodedHash(value, StandardCharsets.US_ASCII));
    }

    static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String given(KeycloakSession session) {
        String value = SecretGenerator.getInstance().randomString(43, SecretGenerator.ALPHANUM);
        session.getContext()
                .getHttpResponse()
                .setCookieIfAbsent(new NewCookie.Builder(NAME)
                        .value(value)
                        .path(AuthenticationManager.getRealmCookiePath(
                                session.getContext().getRealm(),
                                session.getContext().getUri()))
                        .secure(SecureContextResolver.isSecureContext(session))
                        .httpOnly(true)
                        // Sent when the link in a mail is followed, and never with a form of another site.
                        .sameSite(NewCookie.SameSite.LAX)
                        .build());
        return value;
    }
}
