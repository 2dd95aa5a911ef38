package io.keycloakcrm.staff;

import io.keycloakcrm.rest.AdminCall;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/**
 * One branch below a staff member: {@code /staff/{userId}/<id of the factory>}. Rooms above the directory register their
 * own, so that the directory need not know any of them.
 */
public interface StaffEndpoint extends Provider {

    /**
     * The JAX-RS resource that answers below the branch.
     *
     * @param user a staff member whom the caller may view; for anything more the methods of the resource authorise
     */
    Object resource(AdminCall call, UserModel user);

    @Override
    default void close() {}
}
