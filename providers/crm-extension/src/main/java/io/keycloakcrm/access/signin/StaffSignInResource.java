package io.keycloakcrm.access.signin;

import io.keycloakcrm.rest.AdminCall;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.models.UserModel;

/** {@code /staff/{userId}/sign-in}. */
@Produces(MediaType.APPLICATION_JSON)
final class StaffSignInResource {

    private final AdminCall call;
    private final UserModel user;

    StaffSignInResource(AdminCall call, UserModel user) {
        this.call = call;
        this.user = user;
    }

    @GET
    public SignInReport check() {
        call.auth().users().requireView(user);
        return new SignInCheck(call, user).report();
    }
}
