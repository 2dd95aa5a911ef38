package io.keycloakcrm.rest;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/**
 * One branch of the API that needs no administrator: {@code /realms/{realm}/crm/<id of the factory>}. Each room registers its own,
 * so that this room need not know any of them.
 */
public interface PublicEndpoint extends Provider {

    /** The JAX-RS resource that answers below the branch. Nobody has authenticated the caller. */
    Object resource(KeycloakSession session);

    @Override
    default void close() {}
}
