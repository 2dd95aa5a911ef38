package io.keycloakcrm.access.token;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.util.DefaultClientSessionContext;
import org.keycloak.services.util.MtlsHoKTokenUtil;
import org.keycloak.utils.OAuth2Error;

/**
 * The access token of a request, found valid; the caller is whoever it was issued for.
 *
 * @param mapper that writes the claim for the client; of several the first by name
 */
record BearerToken(AuthResult caller, ProtocolMapperModel mapper) {

    private static final String INVALID = "Token verification failed";

    /**
     * Verifies the token as Keycloak's userinfo does, and that it is meant for the CRM.
     *
     * @throws jakarta.ws.rs.WebApplicationException 401 or 403 with the challenge of RFC 6750
     */
    static BearerToken require(KeycloakSession session, OAuth2Error error) {
        var header = AppAuthManager.extractAuthorizationHeaderTokenOrReturnNull(
                session.getContext().getHttpRequest().getHttpHeaders());
        if (header == null) {
            throw error.unauthorized();
        }
        @Nullable AuthResult caller = new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
        if (caller == null || !isHeldByItsOwner(session, caller)) {
            throw error.invalidToken(INVALID);
        }
        ClientSessionContext context = context(session, caller).orElseThrow(() -> error.invalidToken(INVALID));
        // The audience alone says little: Keycloak adds each client whose roles the person has.
        return context.getProtocolMappersStream()
                .filter(mapper -> CrmAccessMapper.ID.equals(mapper.getProtocolMapper()))
                .filter(mapper -> AccessMapperConfig.of(mapper).isAllowed())
                .filter(mapper -> caller.token().hasAudience(HeldRoles.CLIENT))
                .min(Comparator.comparing(ProtocolMapperModel::getName))
                .map(mapper -> new BearerToken(caller, mapper))
                .orElseThrow(
                        () -> error.insufficientScope("The token is not meant for the CRM, ask for the scope crm"));
    }

    /** Nothing where the client has no part in the session any more. */
    private static Optional<ClientSessionContext> context(KeycloakSession session, AuthResult caller) {
        String clientId = caller.client().getId();
        return Optional.ofNullable(caller.session().getAuthenticatedClientSessionByClient(clientId))
                .map(clientSession -> DefaultClientSessionContext.fromClientSessionAndScopeParameter(
                        clientSession, caller.token().getScope(), session));
    }

    private static boolean isHeldByItsOwner(KeycloakSession session, AuthResult caller) {
        return !OIDCAdvancedConfigWrapper.fromClientModel(caller.client()).isUseMtlsHokToken()
                || MtlsHoKTokenUtil.verifyTokenBindingWithClientCertificate(
                        caller.token(), session.getContext().getHttpRequest(), session);
    }

    AccessToken token() {
        return caller.token();
    }

    UserModel user() {
        return caller.user();
    }

    ClientModel client() {
        return caller.client();
    }
}
