package io.keycloakcrm.imports;

import io.keycloakcrm.imports.job.Counts;
import io.keycloakcrm.imports.job.ImportJob;
import io.keycloakcrm.imports.job.ImportJobs;
import io.keycloakcrm.imports.job.ImportState;
import io.keycloakcrm.imports.job.Uploader;
import io.keycloakcrm.imports.job.Uploads;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Messages;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Jobs in the shape of the API and the caller's language. */
final class ImportViews {

    private final AdminCall call;
    private final ImportJobs jobs;
    private final Messages messages;

    ImportViews(AdminCall call, ImportJobs jobs) {
        this.call = call;
        this.jobs = jobs;
        this.messages = Messages.of(call.session());
    }

    ImportRepresentation of(ImportJob job) {
        Counts counts = jobs.counts(job.id());
        return ImportRepresentation.of(job, counts, jobs.progress(job, counts), uploadedBy(job.uploader()), messages);
    }

    /** With what a list leaves out: the parts of an upload that is under way. */
    ImportRepresentation whole(ImportJob job) {
        ImportRepresentation view = of(job);
        return job.state() == ImportState.UPLOADED
                ? new Uploads(call.session(), call.realm().getId())
                        .find(job.id())
                        .map(view::with)
                        .orElse(view)
                : view;
    }

    private ImportRepresentation.@Nullable UploadedBy uploadedBy(@Nullable Uploader uploader) {
        if (uploader == null) {
            return null;
        }
        @Nullable RealmModel realm = call.session().realms().getRealm(uploader.realmId());
        @Nullable UserModel user = realm == null ? null : call.session().users().getUserById(realm, uploader.userId());
        return new ImportRepresentation.UploadedBy(uploader.userId(), user == null ? null : user.getUsername());
    }
}
