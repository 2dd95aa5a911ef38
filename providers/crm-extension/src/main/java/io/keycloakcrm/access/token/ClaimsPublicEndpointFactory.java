package io.keycloakcrm.access.token;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.PublicEndpoint;
import io.keycloakcrm.rest.PublicEndpointFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** {@code /realms/{realm}/crm/claims}: how to read the claim. */
@AutoService(PublicEndpointFactory.class)
public final class ClaimsPublicEndpointFactory implements PublicEndpointFactory, PublicEndpoint {

    static final String ID = "claims";

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
        return new ClaimSchemaResource();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
