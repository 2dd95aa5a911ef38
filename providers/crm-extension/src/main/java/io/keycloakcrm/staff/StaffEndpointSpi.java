package io.keycloakcrm.staff;

import com.google.auto.service.AutoService;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets rooms above the directory answer below a staff member without the directory knowing them. */
@AutoService(Spi.class)
public final class StaffEndpointSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "crm-staff-endpoint";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return StaffEndpoint.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature is Keycloak's
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return StaffEndpointFactory.class;
    }
}
