package io.keycloakcrm.invitation.door;

import io.keycloakcrm.invitation.InvitationSettings;
import io.keycloakcrm.invitation.InvitationTerms;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.SystemClientUtil;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.services.Urls;
import org.keycloak.services.util.ResolveRelative;

/**
 * Where an invitation leads in the end, by what the application allows now: it may have changed since the invitation was
 * made.
 *
 * @param client for which the person signs in
 * @param address in the application, or the person's account where there is none
 */
record Destination(ClientModel client, String address) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    static Destination of(KeycloakSession session, InvitationTerms terms) {
        RealmModel realm = session.getContext().getRealm();
        return application(realm, terms)
                .flatMap(application -> address(session, application, terms)
                        .map(address -> new Destination(signInClient(realm, application), address)))
                .orElseGet(() -> account(session));
    }

    private static Optional<ClientModel> application(RealmModel realm, InvitationTerms terms) {
        @Nullable
        String id = terms.clientId() == null ? InvitationSettings.of(realm).clientId() : terms.clientId();
        @Nullable ClientModel client = id == null ? null : realm.getClientByClientId(id);
        return Optional.<ClientModel>ofNullable(client)
                .filter(ClientModel::isEnabled)
                .filter(found -> !found.isBearerOnly());
    }

    private static Optional<String> address(KeycloakSession session, ClientModel application, InvitationTerms terms) {
        @Nullable String wanted = terms.clientId() == null ? null : terms.redirectUri();
        @Nullable
        String allowed = wanted == null ? null : RedirectUtils.verifyRedirectUri(session, wanted, application);
        @Nullable
        String base = ResolveRelative.resolveRelativeUri(session, application.getRootUrl(), application.getBaseUrl());
        return Optional.<String>ofNullable(allowed)
                .filter(Destination::isPlain)
                .or(() -> Optional.<String>ofNullable(base).filter(Destination::isPlain));
    }

    /** A client may register addresses of any kind, such as of an app on a phone; a browser is sent to pages only. */
    static boolean isPlain(String address) {
        try {
            var uri = new URI(address);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false; // what has no form has no host
        }
    }

    private static ClientModel signInClient(RealmModel realm, ClientModel application) {
        return OIDCLoginProtocol.LOGIN_PROTOCOL.equals(application.getProtocol())
                ? application
                : SystemClientUtil.getSystemClient(realm);
    }

    static Destination account(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        URI account = Urls.accountBase(session.getContext().getUri().getBaseUri())
                .path("/")
                .build(realm.getName());
        return new Destination(SystemClientUtil.getSystemClient(realm), account.toString());
    }
}
