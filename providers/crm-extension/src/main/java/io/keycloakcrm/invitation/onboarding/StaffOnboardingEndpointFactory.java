package io.keycloakcrm.invitation.onboarding;

import com.google.auto.service.AutoService;
import io.keycloakcrm.staff.StaffEndpoint;
import io.keycloakcrm.staff.StaffEndpointFactory;
import org.keycloak.models.KeycloakSession;

/** {@code /staff/{userId}/onboarding}. */
@AutoService(StaffEndpointFactory.class)
public final class StaffOnboardingEndpointFactory implements StaffEndpointFactory {

    static final String ID = "onboarding";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public StaffEndpoint create(KeycloakSession session) {
        return StaffOnboardingResource::new;
    }
}
