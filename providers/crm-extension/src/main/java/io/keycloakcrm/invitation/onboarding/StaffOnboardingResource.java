package io.keycloakcrm.invitation.onboarding;

import io.keycloakcrm.rest.AdminCall;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.models.UserModel;

/** {@code /staff/{userId}/onboarding}: what a member has done on the first days. */
@Produces(MediaType.APPLICATION_JSON)
final class StaffOnboardingResource {

    private final AdminCall call;
    private final UserModel user;

    StaffOnboardingResource(AdminCall call, UserModel user) {
        this.call = call;
        this.user = user;
    }

    @GET
    public OnboardingRecord get() {
        call.auth().users().requireView(user);
        return OnboardingRecord.of(call.session(), call.realm(), user);
    }
}
