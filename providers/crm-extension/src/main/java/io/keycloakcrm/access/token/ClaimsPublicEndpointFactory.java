package io.keycloakcrm.access.token;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.PublicEndpoint;
import io.keycloakcrm.rest.PublicEndpointFactory;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/crm/claims}: how to read the claim. */
@AutoService(PublicEndpointFactory.class)
public final class ClaimsPublicEndpointFactory implements PublicEndpointFactory {

    static final String ID = "claims";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public PublicEndpoint create(KeycloakSession session) {
        return calling -> new ClaimSchemaResource();
    }
}
