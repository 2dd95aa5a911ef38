package io.keycloakcrm.invitation;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;

/**
 * Where a code leads: an address that somebody has set, for the server as {@code hostname} or for the realm as its
 * frontend URL. Never one that a request claims to have come by, not even in part, so that a link is the same in requests
 * and in background work, and nobody can bend it by a header.
 */
public final class InvitationLink {

    /** In place of a request: whoever has to ask it has no setting to go by. */
    private static final UriInfo NO_REQUEST = (UriInfo) Proxy.newProxyInstance(
            InvitationLink.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> {
                throw new NoSetting();
            });

    private InvitationLink() {}

    /**
     * The way in by a code; the address itself is the secret.
     *
     * @param realm the one in the session's context
     * @return empty if no address is set
     */
    public static Optional<URI> of(KeycloakSession session, RealmModel realm, Code code) {
        return base(session, realm)
                .map(base -> UriBuilder.fromUri(base)
                        .path("realms/{realm}/crm/i/{code}")
                        .build(realm.getName(), code.secret()));
    }

    /**
     * The address that is set for people's browsers.
     *
     * @param realm the one in the session's context
     * @return empty if none is set, or a host alone, of which only a request would know scheme and port
     */
    public static Optional<URI> base(KeycloakSession session, RealmModel realm) {
        if (!realm.equals(session.getContext().getRealm())) {
            throw new IllegalStateException("Keycloak looks for the frontend URL in the realm of the session");
        }
        try {
            return Optional.of(session.getProvider(HostnameProvider.class).getBaseUri(NO_REQUEST, UrlType.FRONTEND));
        } catch (NoSetting nothingSet) {
            return Optional.empty();
        }
    }

    private static final class NoSetting extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoSetting() {
            super("the address of a request was asked for", null, false, false);
        }
    }
}
