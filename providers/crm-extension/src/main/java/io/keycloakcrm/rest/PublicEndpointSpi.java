package io.keycloakcrm.rest;

import com.google.auto.service.AutoService;
import org.keycloak.provider.Spi;

/** Makes the branches of the API for everybody Keycloak providers. */
@AutoService(Spi.class)
public final class PublicEndpointSpi extends OwnSpi {

    public PublicEndpointSpi() {
        super("crm-public-endpoint", PublicEndpoint.class, PublicEndpointFactory.class);
    }
}
