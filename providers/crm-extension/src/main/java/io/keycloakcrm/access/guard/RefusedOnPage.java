package io.keycloakcrm.access.guard;

import org.keycloak.models.ModelValidationException;
import org.keycloak.representations.idm.ErrorRepresentation;

/**
 * What somebody wrote on one of Keycloak's pages cannot stay. A {@link org.keycloak.models.ModelException}, for everything
 * else that is thrown below Keycloak's entity manager becomes an error of the server.
 */
final class RefusedOnPage extends ModelValidationException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorRepresentation body;

    /** @param body says why, to whoever wrote it */
    RefusedOnPage(ErrorRepresentation body) {
        super(body.getErrorMessage());
        this.body = body;
    }

    ErrorRepresentation body() {
        return body;
    }
}
