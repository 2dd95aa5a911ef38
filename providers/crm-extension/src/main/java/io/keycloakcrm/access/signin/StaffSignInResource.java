package io.keycloakcrm.access.signin;

import io.keycloakcrm.rest.AdminCall;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.keycloak.models.UserModel;

/** {@code /staff/{userId}/sign-in}. */
@Produces(MediaType.APPLICATION_JSON)
final class StaffSignInResource {

    private final AdminCall call;
    private final UserModel user;
    private final Clock clock;

    StaffSignInResource(AdminCall call, UserModel user, Clock clock) {
        this.call = call;
        this.user = user;
        this.clock = clock;
    }

    @GET
    public SignInReport check() {
        call.auth().users().requireView(user);
        return new SignInCheck(call, user, clock.instant()).report();
    }
}
