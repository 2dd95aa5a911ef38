package io.keycloakcrm.invitation.admin;

import io.keycloakcrm.invitation.InvitationSettings;
import io.keycloakcrm.rest.Problem;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.RedirectUtils;

/**
 * Where an invitation leads in the end: an application of the realm, and of it only what it has registered. Asked again
 * when the invitation is used, because applications change.
 */
record Destination(@Nullable String clientId, @Nullable String redirectUri) {

    /**
     * What a caller wishes.
     *
     * @param clientId null for the one that the realm invites to
     * @param redirectUri null for the beginning of the application
     * @throws org.keycloak.services.ErrorResponseException 400 if there is no such application, or if it has not registered
     *     the address
     */
    static Destination checked(
            KeycloakSession session, RealmModel realm, @Nullable String clientId, @Nullable String redirectUri) {
        @Nullable
        String wanted = clientId == null ? InvitationSettings.of(realm).clientId() : clientId;
        if (clientId == null && redirectUri == null) {
            return new Destination(null, null);
        }
        ClientModel client = Optional.ofNullable(wanted)
                .flatMap(id -> Optional.ofNullable(realm.getClientByClientId(id)))
                .filter(found -> found.isEnabled() && !found.isBearerOnly())
                .orElseThrow(() -> Problem.badField("clientId", "crm.invitation.client-unknown", wanted));
        if (redirectUri != null && !isRegistered(session, client, redirectUri)) {
            throw Problem.badField("redirectUri", "crm.invitation.redirect-invalid");
        }
        return new Destination(client.getClientId(), redirectUri);
    }

    /** Only whole web addresses: what is relative would be completed by the address of this request. */
    private static boolean isRegistered(KeycloakSession session, ClientModel client, String redirectUri) {
        return redirectUri.length() <= 2_000
                && scheme(redirectUri)
                        .filter(scheme -> scheme.equals("https") || scheme.equals("http"))
                        .isPresent()
                && redirectUri.equals(RedirectUtils.verifyRedirectUri(session, redirectUri, client));
    }

    private static Optional<String> scheme(String uri) {
        try {
            return Optional.ofNullable(URI.create(uri).getScheme());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
