package io.keycloakcrm.rest;

import com.google.auto.service.AutoService;
import org.keycloak.provider.Spi;

/** Makes the branches of the API Keycloak providers: options are {@code spi-crm-admin-endpoint--<branch>--<option>}. */
@AutoService(Spi.class)
public final class AdminEndpointSpi extends OwnSpi {

    public AdminEndpointSpi() {
        super("crm-admin-endpoint", AdminEndpoint.class, AdminEndpointFactory.class);
    }
}
