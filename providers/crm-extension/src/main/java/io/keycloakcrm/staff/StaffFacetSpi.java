package io.keycloakcrm.staff;

import com.google.auto.service.AutoService;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets rooms above the directory add to a staff member without the directory knowing them. */
@AutoService(Spi.class)
public final class StaffFacetSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "crm-staff-facet";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return StaffFacet.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature is Keycloak's
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return StaffFacetFactory.class;
    }
}
