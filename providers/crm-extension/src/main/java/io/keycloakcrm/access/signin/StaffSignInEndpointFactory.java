package io.keycloakcrm.access.signin;

import com.google.auto.service.AutoService;
import io.keycloakcrm.staff.StaffEndpoint;
import io.keycloakcrm.staff.StaffEndpointFactory;
import org.keycloak.models.KeycloakSession;

/** {@code /staff/{userId}/sign-in}. */
@AutoService(StaffEndpointFactory.class)
public final class StaffSignInEndpointFactory implements StaffEndpointFactory {

    static final String ID = "sign-in";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public StaffEndpoint create(KeycloakSession session) {
        return StaffSignInResource::new;
    }
}
