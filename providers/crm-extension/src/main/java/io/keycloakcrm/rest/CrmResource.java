package io.keycloakcrm.rest;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;

/** Hands {@code /crm/<branch>/…} to the room that registered the branch. */
final class CrmResource {

    private final AdminCall call;

    CrmResource(AdminCall call) {
        this.call = call;
    }

    @Path("{branch}")
    public Object branch(@PathParam("branch") String branch) {
        @Nullable AdminEndpoint endpoint = call.session().getProvider(AdminEndpoint.class, branch);
        if (endpoint == null) {
            throw new NotFoundException();
        }
        return endpoint.resource(call);
    }
}
