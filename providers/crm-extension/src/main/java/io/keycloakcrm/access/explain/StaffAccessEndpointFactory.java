package io.keycloakcrm.access.explain;

import com.google.auto.service.AutoService;
import io.keycloakcrm.staff.StaffEndpoint;
import io.keycloakcrm.staff.StaffEndpointFactory;
import org.keycloak.models.KeycloakSession;

/** {@code /staff/{userId}/access}. */
@AutoService(StaffEndpointFactory.class)
public final class StaffAccessEndpointFactory implements StaffEndpointFactory {

    static final String ID = "access";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public StaffEndpoint create(KeycloakSession session) {
        return StaffAccessResource::new;
    }
}
