package io.keycloakcrm.access.token;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.cors.Cors;
import org.keycloak.utils.OAuth2Error;

/** The claims of the bearer in full: what a distributed claim of his token points at (OpenID Connect Core 5.6.2). */
final class AccessResource {

    private static final MediaType JWT = new MediaType("application", "jwt");

    private final KeycloakSession session;
    private final Cors cors;
    private final OAuth2Error error;

    AccessResource(KeycloakSession session) {
        this.session = session;
        this.cors = Cors.builder().auth().allowedMethods("GET").allowAllOrigins();
        this.error = new OAuth2Error()
                .session(session)
                .realm(session.getContext().getRealm())
                .json(false)
                .cors(cors);
    }

    @OPTIONS
    public Response preflight() {
        return cors.preflight().add(Response.ok());
    }

    @GET
    @Produces({"application/jwt", MediaType.APPLICATION_JSON})
    public Response get() {
        BearerToken bearer = requireBearer();
        AccessDocument document = AccessDocument.of(session, bearer);
        if (!document.answers(bearer.token().getOtherClaims())) {
            throw error.invalidToken("The data scopes have changed since the token was issued, get a new one");
        }
        Response.ResponseBuilder answer = prefersJson()
                ? Response.ok(document.toMap(), MediaType.APPLICATION_JSON_TYPE)
                : Response.ok(new SignedDocument(session, bearer, document).compact(), JWT);
        return cors.add(answer.header(HttpHeaders.CACHE_CONTROL, "no-store"));
    }

    private BearerToken requireBearer() {
        BearerToken bearer = BearerToken.require(session, error);
        cors.checkAllowedOrigins(session, bearer.client());
        return bearer;
    }

    // In the order of the caller's preference; without one, what the standard expects of a claims endpoint.
    private boolean prefersJson() {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        return headers.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(JWT) || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .findFirst()
                .filter(type -> !type.isCompatible(JWT))
                .isPresent();
    }
}
