package io.keycloakcrm.imports;

import io.keycloakcrm.rest.AdminCall;
import org.keycloak.events.admin.OperationType;

/** One admin event for each step of an import, never one per row. */
final class ImportEvents {

    private static final String RESOURCE_TYPE = "CRM_IMPORT";

    private final AdminCall call;

    ImportEvents(AdminCall call) {
        this.call = call;
    }

    void send(OperationType operation, String step, String importId) {
        call.event()
                .operation(operation)
                .resource(RESOURCE_TYPE)
                .resourcePath("crm", ImportsAdminEndpointFactory.ID, importId)
                .detail("step", step)
                .success();
    }
}
