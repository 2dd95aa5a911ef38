package io.keycloakcrm.rest;

import com.google.auto.service.AutoService;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Makes the branches of the API Keycloak providers: options are {@code spi-crm-admin-endpoint--<branch>--<option>}. */
@AutoService(Spi.class)
public final class AdminEndpointSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "crm-admin-endpoint";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return AdminEndpoint.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature is Keycloak's
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return AdminEndpointFactory.class;
    }
}
