package io.keycloakcrm.imports.job;

import io.keycloakcrm.rest.ActingAdministrator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/**
 * The admin event of a step of a job, never of a row: which import, what happened, and how many rows had which outcome
 * then. Nothing in it tells who is in the file.
 */
public final class JobEvent {

    private static final String RESOURCE_TYPE = "CRM_IMPORT";

    private JobEvent() {}

    /** Sends the event of a step somebody asked for, in whose event it is. */
    public static void send(
            AdminEventBuilder event, OperationType operation, String step, String importId, Counts counts) {
        Tally tally = counts.tally();
        event.operation(operation)
                .resource(RESOURCE_TYPE)
                .resourcePath("crm", "imports", importId)
                .detail("step", step)
                .detail("rows", String.valueOf(counts.rows()))
                .detail("created", String.valueOf(tally.created()))
                .detail("updated", String.valueOf(tally.updated()))
                .detail("unchanged", String.valueOf(tally.unchanged()))
                .detail("offboarded", String.valueOf(tally.offboarded()))
                .detail("failed", String.valueOf(tally.failed()))
                .success();
    }

    /**
     * Sends, within the transaction that has just moved the job, the event of a step nobody asked for: its state is the
     * step, and the administrator in whose name it was worked is who did it.
     *
     * @param session with the realm in its context
     */
    static void sendOwn(KeycloakSession session, String importId) {
        RealmModel realm = session.getContext().getRealm();
        var jobs = new ImportJobs(session, realm.getId());
        ImportJob job = jobs.find(importId).orElseThrow();
        ActingAdministrator acting = Objects.requireNonNull(job.acting());
        AdminEventBuilder event = acting.event(session, realm);
        @Nullable Notice notice = job.notice();
        if (notice != null) {
            event.detail("code", notice.code());
        }
        send(event, OperationType.ACTION, job.state().id(), importId, jobs.counts(importId));
    }
}
