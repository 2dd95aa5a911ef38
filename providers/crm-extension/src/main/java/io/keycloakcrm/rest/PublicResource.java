package io.keycloakcrm.rest;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** Hands {@code /realms/{realm}/crm/<branch>/…} to the room that registered the branch. */
final class PublicResource {

    private final KeycloakSession session;

    PublicResource(KeycloakSession session) {
        this.session = session;
    }

    @Path("openapi.yaml")
    public Object openApi() {
        return new OpenApiResource();
    }

    @Path("{branch}")
    public Object branch(@PathParam("branch") String branch) {
        @Nullable PublicEndpoint endpoint = session.getProvider(PublicEndpoint.class, branch);
        if (endpoint == null) {
            throw new NotFoundException();
        }
        return endpoint.resource(session);
    }
}
