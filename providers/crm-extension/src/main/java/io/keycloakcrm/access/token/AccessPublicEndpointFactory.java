package io.keycloakcrm.access.token;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.PublicEndpoint;
import io.keycloakcrm.rest.PublicEndpointFactory;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/crm/access}: what a token had no room for. */
@AutoService(PublicEndpointFactory.class)
public final class AccessPublicEndpointFactory implements PublicEndpointFactory {

    static final String ID = "access";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public PublicEndpoint create(KeycloakSession session) {
        return AccessResource::new;
    }
}
