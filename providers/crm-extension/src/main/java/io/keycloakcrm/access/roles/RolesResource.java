package io.keycloakcrm.access.roles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.access.CrmRoles;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Page;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.RoleModel;

/** {@code /roles}: what each CRM role permits, and with whose records. */
@Produces(MediaType.APPLICATION_JSON)
final class RolesResource {

    private static final String EVENT = "CRM_ROLE";

    private final AdminCall call;

    RolesResource(AdminCall call) {
        this.call = call;
    }

    @GET
    public RoleMatrix list(@QueryParam("first") @Nullable Integer first, @QueryParam("max") @Nullable Integer max) {
        call.auth().roles().requireView(call.realm());
        List<RoleModel> roles = new CrmRoles(call.realm()).all();
        RoleView view = new RoleView(call);
        List<CrmRole> page = roles.stream()
                .skip(Page.first(first))
                .limit(Page.max(max))
                .map(view::of)
                .toList();
        return new RoleMatrix(page, roles.size(), new PermissionCatalog(call.realm()).all());
    }

    /** Makes the role if there is none: a matrix has no other way to a new row. */
    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("name") String name, ObjectNode body) {
        call.auth().realm().requireManageRealm();
        RolePatch patch = RolePatch.read(body);
        RoleWriter.Written written = new RoleWriter(call).write(name, patch);
        if (written.outcome() != RoleWriter.Outcome.UNCHANGED) {
            call.event()
                    .resource(EVENT)
                    .operation(
                            written.outcome() == RoleWriter.Outcome.CREATED
                                    ? OperationType.CREATE
                                    : OperationType.UPDATE)
                    .resourcePath("crm/roles", name)
                    .representation(body)
                    .success();
        }
        CrmRole role = new RoleView(call).of(written.role());
        return written.outcome() == RoleWriter.Outcome.CREATED
                ? Response.created(call.session().getContext().getUri().getAbsolutePath())
                        .entity(role)
                        .build()
                : Response.ok(role).build();
    }
}
