package io.keycloakcrm.rest;

import com.google.auto.service.AutoService;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Makes the branches of the API for everybody Keycloak providers. */
@AutoService(Spi.class)
public final class PublicEndpointSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "crm-public-endpoint";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return PublicEndpoint.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature is Keycloak's
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return PublicEndpointFactory.class;
    }
}
