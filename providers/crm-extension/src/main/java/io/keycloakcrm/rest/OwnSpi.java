package io.keycloakcrm.rest;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/**
 * An SPI of this extension, by which a room is open to those above it without knowing them. Not internal, so that
 * providers of other extensions may join.
 */
public abstract class OwnSpi implements Spi {

    private final String name;
    private final Class<? extends Provider> provider;

    @SuppressWarnings("rawtypes") // the signature is Keycloak's
    private final Class<? extends ProviderFactory> factory;

    /** @param name as options have it: {@code spi-<name>--<provider>--<option>} */
    protected <T extends Provider> OwnSpi(String name, Class<T> provider, Class<? extends Registration<T>> factory) {
        this.name = name;
        this.provider = provider;
        this.factory = factory;
    }

    @Override
    public final boolean isInternal() {
        return false;
    }

    @Override
    public final String getName() {
        return name;
    }

    @Override
    public final Class<? extends Provider> getProviderClass() {
        return provider;
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature is Keycloak's
    public final Class<? extends ProviderFactory> getProviderFactoryClass() {
        return factory;
    }
}
