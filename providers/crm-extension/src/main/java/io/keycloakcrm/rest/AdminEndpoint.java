package io.keycloakcrm.rest;

import org.keycloak.provider.Provider;

/**
 * One branch of the administrative API: {@code /admin/realms/{realm}/crm/<id of the factory>}. Each room registers its
 * own, so that this room need not know any of them.
 */
public interface AdminEndpoint extends Provider {

    /**
     * The JAX-RS resource that answers below the branch. Keycloak has authenticated the caller and nothing more: every
     * method of the resource authorises in its first statement.
     */
    Object resource(AdminCall call);

    @Override
    default void close() {}
}
