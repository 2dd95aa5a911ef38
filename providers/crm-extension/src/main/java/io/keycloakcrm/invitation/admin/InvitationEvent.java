package io.keycloakcrm.invitation.admin;

import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.rest.AdminCall;
import org.keycloak.events.admin.OperationType;

/** The admin event of what an administrator did with an invitation: whose and what, never by which link. */
final class InvitationEvent {

    private static final String RESOURCE_TYPE = "CRM_INVITATION";

    private InvitationEvent() {}

    static void of(AdminCall call, Invitation invitation, OperationType operation, String step) {
        call.event()
                .operation(operation)
                .resource(RESOURCE_TYPE)
                .resourcePath("crm", "invitations", invitation.id())
                .detail("step", step)
                .detail("user", invitation.userId())
                .success();
    }
}
