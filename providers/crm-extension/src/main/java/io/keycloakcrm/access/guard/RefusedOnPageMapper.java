package io.keycloakcrm.access.guard;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.KeycloakSessionUtil;

/** Answers a refusal with its reason; Keycloak's own handler would answer 400 and keep the reason to itself. */
@Provider
public final class RefusedOnPageMapper implements ExceptionMapper<RefusedOnPage> {

    @Override
    public Response toResponse(RefusedOnPage refused) {
        @Nullable KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        if (session != null) {
            session.getTransactionManager().setRollbackOnly();
        }
        return Response.status(refused.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(refused.body())
                .build();
    }
}
