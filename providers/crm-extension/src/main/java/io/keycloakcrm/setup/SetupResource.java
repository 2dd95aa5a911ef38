package io.keycloakcrm.setup;

import io.keycloakcrm.access.AccessProblems;
import io.keycloakcrm.outbox.DeadLetters;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Problem;
import io.keycloakcrm.staff.StaffDirectory;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ModelDuplicateException;

/** {@code /admin/realms/{realm}/crm/setup}. */
@Produces(MediaType.APPLICATION_JSON)
final class SetupResource {

    private static final Logger LOG = Logger.getLogger(SetupResource.class);
    private static final String RESOURCE_TYPE = "CRM_SETUP";

    private final AdminCall call;
    private final RealmSetup setup;
    private final StaffDirectory staff;

    SetupResource(AdminCall call, RealmSetup setup, StaffDirectory staff) {
        this.call = call;
        this.setup = setup;
        this.staff = staff;
    }

    @GET
    public SetupStatus status() {
        call.auth().realm().requireViewRealm();
        return SetupStatus.of(
                setup.inspect(),
                new AccessProblems(call.session(), call.realm()).ofRoles(),
                new DeadLetters(call.session(), call.realm()).all());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public SetupReport apply(@Nullable SetupRequest body) {
        requireManage();
        SetupReport report = report(body == null ? SetupRequest.PLAIN : body);
        call.event()
                .operation(OperationType.ACTION)
                .resource(RESOURCE_TYPE)
                .resourcePath(call.session().getContext().getUri())
                .representation(report.withoutSecret())
                .success();
        return report;
    }

    // Setup makes roles and settings (realm), the clients and, by adoption, people.
    private void requireManage() {
        call.auth().realm().requireManageRealm();
        call.auth().clients().requireManage();
        call.auth().users().requireManage();
    }

    private SetupReport report(SetupRequest request) {
        try {
            // First and in transactions of its own: from here on the numbers of people who were there are protected.
            List<String> duplicates = staff.reserveEmployeeNumbers();
            List<SetupReport.Item> items = new ArrayList<>(setup.apply());
            SetupReport.@Nullable Credentials credentials = null;
            if (request.serviceClient() != null) {
                credentials =
                        new ServiceClient(call).create(request.serviceClient().clientId());
                items.add(new SetupReport.Item(
                        "service-client:" + credentials.clientId(),
                        credentials.secret() == null ? ItemResult.KEPT : ItemResult.CREATED));
            }
            int adopted = request.adoptUsers() ? staff.adoptAll(call.auth()) : 0;
            return new SetupReport(items, adopted, duplicates, credentials);
        } catch (ModelDuplicateException collision) {
            // Nearly always another setup; the cause tells where it is not.
            LOG.warnf(
                    collision,
                    "Setup of realm %s met something of the same name",
                    call.realm().getName());
            throw Problem.conflict("crm.setup.concurrent");
        }
    }
}
