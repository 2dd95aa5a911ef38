package io.keycloakcrm.brand;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.PublicEndpoint;
import io.keycloakcrm.rest.PublicEndpointFactory;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/crm/brand}: what the pages of the realm are dressed in. */
@AutoService(PublicEndpointFactory.class)
public final class BrandPublicEndpointFactory implements PublicEndpointFactory {

    static final String ID = "brand";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public PublicEndpoint create(KeycloakSession session) {
        return calling -> new BrandResource(
                calling.getContext().getRealm(), calling.getContext().getUri());
    }
}
