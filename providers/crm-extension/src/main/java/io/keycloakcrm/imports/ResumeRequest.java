package io.keycloakcrm.imports;

import io.keycloakcrm.imports.job.ImportJob;
import io.keycloakcrm.imports.job.Pace;
import io.keycloakcrm.imports.job.SyncBrake;
import io.keycloakcrm.rest.Problem;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Body of a resume.
 *
 * @param pace {@code considerate} or {@code full}; as before if absent
 * @param offboard how many people the caller agrees to off-board; only asked for by a job that waits for it
 */
record ResumeRequest(@Nullable String pace, @Nullable Long offboard) {

    static final ResumeRequest NOTHING = new ResumeRequest(null, null);

    Pace wantedPace(Pace before) {
        return pace == null ? before : StartRequest.pace(pace);
    }

    /**
     * The number that is agreed to; empty if the job waits for none.
     *
     * @throws org.keycloak.services.ErrorResponseException if it waits for another number than the one sent
     */
    OptionalLong confirmed(ImportJob job) {
        OptionalLong awaited = SyncBrake.awaited(job.notice());
        if (awaited.isPresent() && (offboard == null || offboard != awaited.getAsLong())) {
            throw Problem.conflict("crm.import.offboard-unconfirmed", String.valueOf(awaited.getAsLong()));
        }
        return awaited;
    }
}
