package io.keycloakcrm.staff;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.OwnSpi;
import org.keycloak.provider.Spi;

/** Lets rooms above the directory add to a staff member without the directory knowing them. */
@AutoService(Spi.class)
public final class StaffFacetSpi extends OwnSpi {

    public StaffFacetSpi() {
        super("crm-staff-facet", StaffFacet.class, StaffFacetFactory.class);
    }
}
