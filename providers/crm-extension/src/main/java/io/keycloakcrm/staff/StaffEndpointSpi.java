package io.keycloakcrm.staff;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.OwnSpi;
import org.keycloak.provider.Spi;

/** Lets rooms above the directory answer below a staff member without the directory knowing them. */
@AutoService(Spi.class)
public final class StaffEndpointSpi extends OwnSpi {

    public StaffEndpointSpi() {
        super("crm-staff-endpoint", StaffEndpoint.class, StaffEndpointFactory.class);
    }
}
