package io.keycloakcrm.imports;

import io.keycloakcrm.imports.job.ImportJobs;
import io.keycloakcrm.imports.job.JobEvent;
import io.keycloakcrm.rest.AdminCall;
import org.keycloak.events.admin.OperationType;

/** One admin event for each step of an import that somebody asks for, never one per row. */
final class ImportEvents {

    private final AdminCall call;

    ImportEvents(AdminCall call) {
        this.call = call;
    }

    void send(OperationType operation, String step, String importId) {
        var jobs = new ImportJobs(call.session(), call.realm().getId());
        JobEvent.send(call.event(), operation, step, importId, jobs.counts(importId));
    }
}
