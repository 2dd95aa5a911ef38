package io.keycloakcrm.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Encode;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * Who asked for a piece of background work, in a form that outlives the request and the node.
 *
 * <p>Stored are names, never rights: {@link #evaluator} asks the database again each time, so work that was started by
 * an administrator who has since been disabled, removed or demoted finds no rights to work with.
 *
 * @param realmId realm of the administrator's own account; the managed realm or {@code master}
 * @param userId the administrator
 * @param clientId client to which his token was issued; its scope bounds what he may do
 * @param realmRoles realm roles of his token; empty for lightweight tokens
 * @param clientRoles client roles of his token as {@code client/role}; empty for lightweight tokens
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActingAdministrator(
        String realmId, String userId, @Nullable String clientId, Set<String> realmRoles, Set<String> clientRoles) {

    public ActingAdministrator {
        realmRoles = Set.copyOf(realmRoles);
        clientRoles = Set.copyOf(clientRoles);
    }

    /** The administrator behind the present request. */
    public static ActingAdministrator of(AdminCall call) {
        AdminAuth auth = call.auth().adminAuth();
        AccessToken token = auth.getToken();
        Set<String> realmRoles = new TreeSet<>();
        if (token.getRealmAccess() != null && token.getRealmAccess().getRoles() != null) {
            realmRoles.addAll(token.getRealmAccess().getRoles());
        }
        Set<String> clientRoles = new TreeSet<>();
        token.getResourceAccess()
                .forEach((client, access) -> access.getRoles().forEach(role -> clientRoles.add(client + "/" + role)));
        return new ActingAdministrator(
                auth.getRealm().getId(), auth.getUser().getId(), token.getIssuedFor(), realmRoles, clientRoles);
    }

    /**
     * What whoever called Keycloak's administrative API in the present request may do in the realm of the session; for code
     * that Keycloak calls without telling who asked, such as validators. Empty outside such requests.
     */
    public static Optional<AdminPermissionEvaluator> presentIn(KeycloakSession session) {
        @Nullable UserModel user = session.getContext().getUser();
        if (!(session.getContext().getBearerToken() instanceof AccessToken token) || user == null) {
            return Optional.empty();
        }
        // As Keycloak finds the realm of its administrators.
        String issuer = token.getIssuer();
        @Nullable
        RealmModel ownRealm =
                session.realms().getRealmByName(Encode.decodePath(issuer.substring(issuer.lastIndexOf('/') + 1)));
        if (ownRealm == null) {
            return Optional.empty();
        }
        var auth = new AdminAuth(ownRealm, token, user, ownRealm.getClientByClientId(token.getIssuedFor()));
        return Optional.of(
                AdminPermissions.evaluator(session, session.getContext().getRealm(), auth));
    }

    /**
     * As {@link #presentIn}, also in a session that Keycloak has opened within the request to carry it out, as a partial
     * import does: that one does not know who called, and what it is about to do may be done to him. So it is the session of
     * the request that is asked, as which he had come in. Only inside requests.
     */
    public static Optional<AdminPermissionEvaluator> behind(KeycloakSession session) {
        return presentIn(
                session.getContext().getBearerToken() != null
                        ? session
                        : CDI.current().select(KeycloakSession.class).get());
    }

    /**
     * What the administrator may do in {@code realm} now; empty if the account, its realm or the client it came through
     * is gone or disabled. The roles still have to be asked of the evaluator.
     */
    public Optional<AdminPermissionEvaluator> evaluator(KeycloakSession session, RealmModel realm) {
        @Nullable RealmModel ownRealm = session.realms().getRealm(realmId);
        if (ownRealm == null || !ownRealm.isEnabled()) {
            return Optional.empty();
        }
        @Nullable UserModel user = session.users().getUserById(ownRealm, userId);
        @Nullable ClientModel client = clientId == null ? null : ownRealm.getClientByClientId(clientId);
        if (user == null || !user.isEnabled() || client == null || !client.isEnabled()) {
            return Optional.empty();
        }
        // With its client Keycloak looks twice where this node has not yet heard of a new realm's administrators.
        session.getContext().setClient(client);
        // The constructor that takes only the user looks client roles up in the managed realm and so knows no
        // administrator of the master realm; with a token it looks where the roles are.
        return Optional.of(AdminPermissions.evaluator(session, realm, new AdminAuth(ownRealm, token(), user, client)));
    }

    /** An admin event about {@code realm} whose actor is this administrator, even if he is gone by now. */
    public AdminEventBuilder event(KeycloakSession session, RealmModel realm) {
        return BackgroundAdminEvent.of(session, realm, this);
    }

    private AccessToken token() {
        var token = new AccessToken();
        token.subject(userId);
        token.issuedFor(clientId);
        if (!realmRoles.isEmpty()) {
            var access = new AccessToken.Access();
            realmRoles.forEach(access::addRole);
            token.setRealmAccess(access);
        }
        for (String clientRole : clientRoles) {
            int slash = clientRole.lastIndexOf('/');
            token.addAccess(clientRole.substring(0, slash)).addRole(clientRole.substring(slash + 1));
        }
        return token;
    }
}
