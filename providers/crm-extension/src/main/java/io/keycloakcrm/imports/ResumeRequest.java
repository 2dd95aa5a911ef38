package io.keycloakcrm.imports;

import io.keycloakcrm.imports.job.Pace;
import org.jspecify.annotations.Nullable;

/**
 * Body of a resume.
 *
 * @param pace {@code considerate} or {@code full}; as before if absent
 */
record ResumeRequest(@Nullable String pace) {

    Pace wantedPace(Pace before) {
        return pace == null ? before : StartRequest.pace(pace);
    }
}
