package io.keycloakcrm.access.token;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.PublicEndpoint;
import io.keycloakcrm.rest.PublicEndpointFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** {@code /realms/{realm}/crm/access}: what a token had no room for. */
@AutoService(PublicEndpointFactory.class)
public final class AccessPublicEndpointFactory implements PublicEndpointFactory, PublicEndpoint {

    static final String ID = "access";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public PublicEndpoint create(KeycloakSession session) {
        return this;
    }

    @Override
    public Object resource(KeycloakSession session) {
        return new AccessResource(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
