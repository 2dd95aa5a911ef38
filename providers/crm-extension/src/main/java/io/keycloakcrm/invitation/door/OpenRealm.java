package io.keycloakcrm.invitation.door;

import io.keycloakcrm.invitation.InvitationPage;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.messages.Messages;

/** What Keycloak asks of a realm and a connection before any page of the sign-in. */
final class OpenRealm {

    private OpenRealm() {}

    /** @throws WebApplicationException if the realm is disabled, or wants a safer connection than this */
    static void requireOf(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        boolean secure = session.getContext().getUri().getBaseUri().getScheme().equals("https");
        if (!secure && realm.getSslRequired().isRequired(session.getContext().getConnection())) {
            throw refused(session, Messages.HTTPS_REQUIRED);
        }
        if (!realm.isEnabled()) {
            throw refused(session, Messages.REALM_NOT_ENABLED);
        }
    }

    @SuppressWarnings("NullAway") // there is no sign-in yet
    private static WebApplicationException refused(KeycloakSession session, String message) {
        Response page = ErrorPage.error(session, null, Response.Status.BAD_REQUEST, message);
        return new WebApplicationException(InvitationPage.sealed(session, page));
    }
}
