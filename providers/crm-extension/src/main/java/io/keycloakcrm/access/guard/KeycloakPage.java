package io.keycloakcrm.access.guard;

import io.keycloakcrm.rest.Messages;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.utils.KeycloakSessionUtil;

/** A page of Keycloak's own console as its requests show it. What is written another way is left alone. */
final class KeycloakPage {

    private final KeycloakSession session;

    private KeycloakPage(KeycloakSession session) {
        this.session = session;
    }

    /** The page behind the present request; nothing if it is another one, or none as in background work. */
    static Optional<KeycloakPage> present(Pattern path) {
        return Optional.ofNullable(KeycloakSessionUtil.getKeycloakSession())
                .filter(session -> path.matcher(path(session)).matches())
                .map(KeycloakPage::new);
    }

    private static String path(KeycloakSession session) {
        try {
            return session.getContext().getHttpRequest().getUri().getPath();
        } catch (ContextNotActiveException backgroundWork) {
            return "";
        }
    }

    /**
     * A refusal in the shape of Keycloak's own errors. Keycloak's console shows {@code errorMessage} as it is, so there the
     * text stands and not the code, which is in {@code params}.
     */
    RefusedOnPage refusal(String field, String code, Object... params) {
        String text = field + ": " + Messages.of(session).text(code, params);
        return new RefusedOnPage(
                Response.Status.BAD_REQUEST, new ErrorRepresentation(field, text, new Object[] {code}));
    }

    /** A refusal of what somebody may not confer. */
    RefusedOnPage refusal(Refusal refusal) {
        String text = Messages.of(session).text(refusal.code(), refusal.params().toArray());
        return new RefusedOnPage(
                Response.Status.FORBIDDEN, new ErrorRepresentation(null, text, new Object[] {refusal.code()}));
    }

    KeycloakSession session() {
        return session;
    }
}
