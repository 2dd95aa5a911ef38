package io.keycloakcrm.access.roles;

import com.google.auto.service.AutoService;
import io.keycloakcrm.access.guard.KeycloakPagesIntegrator;
import io.keycloakcrm.rest.AdminEndpoint;
import io.keycloakcrm.rest.AdminEndpointFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** {@code /admin/realms/{realm}/crm/roles}. */
@AutoService(AdminEndpointFactory.class)
public final class RolesEndpointFactory implements AdminEndpointFactory {

    static final String ID = "roles";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public AdminEndpoint create(KeycloakSession session) {
        return RolesResource::new;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (!KeycloakPagesIntegrator.isRegistered()) {
            throw new IllegalStateException(
                    "The listeners that check what is written on Keycloak's own pages are not registered with"
                            + " Hibernate; this release of the extension does not fit this Keycloak");
        }
    }
}
