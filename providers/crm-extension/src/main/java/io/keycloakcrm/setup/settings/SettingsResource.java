package io.keycloakcrm.setup.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;

/** {@code /admin/realms/{realm}/crm/settings}. */
@Produces(MediaType.APPLICATION_JSON)
final class SettingsResource {

    private static final String RESOURCE_TYPE = "CRM_SETTINGS";

    private final AdminCall call;

    SettingsResource(AdminCall call) {
        this.call = call;
    }

    @GET
    public Settings get() {
        requireView();
        return Settings.of(call.realm());
    }

    // Whoever looks after people sees what they will see.
    private void requireView() {
        if (!call.auth().realm().canViewRealm() && !call.auth().users().canView()) {
            throw new ForbiddenException();
        }
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Settings put(@Nullable ObjectNode body) {
        call.auth().realm().requireManageRealm();
        if (body == null) {
            throw Problem.badRequest("crm.settings.missing");
        }
        var change = new SettingsChange(body);
        Settings wanted = change.over(Settings.of(call.realm()));
        var findings = new Findings(change.fields());
        wanted.check(call.realm(), findings);
        findings.refuseIfAny();
        wanted.write(new RealmAttributes(call.realm()));
        Settings written = Settings.of(call.realm());
        call.event()
                .operation(OperationType.UPDATE)
                .resource(RESOURCE_TYPE)
                .resourcePath(call.session().getContext().getUri())
                .representation(written)
                .success();
        return written;
    }
}
