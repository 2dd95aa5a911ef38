package io.keycloakcrm.access.guard;

import jakarta.ws.rs.core.Response;
import org.keycloak.models.ModelValidationException;
import org.keycloak.representations.idm.ErrorRepresentation;

/**
 * What somebody wrote on one of Keycloak's pages cannot stay. A {@link org.keycloak.models.ModelException}, for everything
 * else that is thrown below Keycloak's entity manager becomes an error of the server.
 */
final class RefusedOnPage extends ModelValidationException {

    private static final long serialVersionUID = 1L;

    private final Response.Status status;
    private final transient ErrorRepresentation body;

    /** @param body says why, to whoever wrote it */
    RefusedOnPage(Response.Status status, ErrorRepresentation body) {
        super(body.getErrorMessage());
        this.status = status;
        this.body = body;
    }

    Response.Status status() {
        return status;
    }

    ErrorRepresentation body() {
        return body;
    }
}
