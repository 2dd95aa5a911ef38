package io.keycloakcrm.invitation;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.KeycloakSession;

/**
 * A page around an invitation, in the realm's theme and the reader's language. Its headers do not depend on what the
 * realm has set for others: the address of the page may be a secret.
 */
public final class InvitationPage {

    /** They have no script. Forms are left free, because what follows a form may end at an application. */
    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; font-src 'self';"
            + " img-src 'self' https: data:; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", CONTENT_POLICY,
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "X-Robots-Tag", "noindex");

    private InvitationPage() {}

    /**
     * Makes one.
     *
     * @param action path to which its form goes, and where the page is shown in another language
     * @param attributes that the template takes
     */
    public static Response of(
            KeycloakSession session, Response.Status status, String template, URI action, Map<String, ?> attributes) {
        // Not the one of this session: it may know more than is to be shown here.
        LoginFormsProvider form = session.getKeycloakSessionFactory()
                .getProviderFactory(LoginFormsProvider.class)
                .create(session);
        attributes.forEach(form::setAttribute);
        form.setStatus(status).setActionUri(action);
        return sealed(session, form.createForm(template));
    }

    /** Gives any answer the headers of these pages, in place of those of the realm. */
    public static Response sealed(KeycloakSession session, Response answer) {
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        Response.ResponseBuilder sealed = Response.fromResponse(answer);
        HEADERS.forEach((name, value) -> sealed.header(name, null).header(name, value));
        var transport = BrowserSecurityHeaders.STRICT_TRANSPORT_SECURITY;
        @Nullable
        String seconds =
                session.getContext().getRealm().getBrowserSecurityHeaders().get(transport.getKey());
        if (seconds != null && !seconds.isEmpty()) {
            sealed.header(transport.getHeaderName(), seconds);
        }
        return sealed.build();
    }
}
