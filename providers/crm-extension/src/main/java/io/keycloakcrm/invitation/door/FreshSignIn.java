package io.keycloakcrm.invitation.door;

import io.keycloakcrm.invitation.Invitation;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A sign-in that begins here and not at an application. It has an id and a cookie of its own, so that it knows nothing of
 * what the browser was in the middle of.
 */
final class FreshSignIn {

    private FreshSignIn() {}

    static AuthenticationSessionModel of(KeycloakSession session, Invitation invitation) {
        Destination destination = Destination.of(session, invitation.terms());
        String arrival =
                ArrivalPublicEndpointFactory.address(session, invitation.id()).toString();
        RealmModel realm = session.getContext().getRealm();
        AuthenticationSessionModel tab = new AuthenticationSessionManager(session)
                .createAuthenticationSession(realm, true)
                .createAuthenticationSession(destination.client());
        tab.setAction(AuthenticationSessionModel.Action.AUTHENTICATE.name());
        tab.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        tab.setRedirectUri(arrival);
        tab.setClientNote(OIDCLoginProtocol.REDIRECT_URI_PARAM, arrival);
        // The application has not asked for a code and could do nothing with one: it asks when the person gets there,
        // and
        // finds him signed in.
        tab.setClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM, OIDCResponseType.NONE);
        tab.setClientNote(
                OIDCLoginProtocol.ISSUER,
                Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
        return tab;
    }
}
