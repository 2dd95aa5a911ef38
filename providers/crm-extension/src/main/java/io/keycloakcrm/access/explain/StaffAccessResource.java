package io.keycloakcrm.access.explain;

import io.keycloakcrm.rest.AdminCall;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** {@code /staff/{userId}/access}: what the person may do now, whatever tokens of a minute ago still say. */
@Produces(MediaType.APPLICATION_JSON)
final class StaffAccessResource {

    private final AdminCall call;
    private final UserModel user;

    StaffAccessResource(AdminCall call, UserModel user) {
        this.call = call;
        this.user = user;
    }

    @GET
    public ExplainedAccess explain(
            @QueryParam("module") @Nullable String module,
            @QueryParam("operation") @Nullable String operation,
            @QueryParam("department") @Nullable String department,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("region") @Nullable String region) {
        call.auth().users().requireView(user);
        var explanation = new AccessExplanation(call.session(), call.realm(), user);
        return explanation.of(
                RecordQuestion.read(module, operation, department, owner, region, explanation::departmentId),
                call.auth());
    }
}
