package io.keycloakcrm.imports.job;

import io.keycloakcrm.rest.ActingAdministrator;
import org.jspecify.annotations.Nullable;

/**
 * One import, as it stands in the database.
 *
 * @param id of the job
 * @param realmId the realm imported into
 * @param file the file; its bytes are gone once {@code erased}
 * @param state where the job stands
 * @param analysis what is known about the file; null before the first analysis
 * @param settings what was asked for; null before the first dry run or start
 * @param pace how much of a server it takes
 * @param acting administrator in whose name the work is done; null before the first dry run or start
 * @param uploader who uploaded; null once that account is deleted
 * @param moments when things happened
 * @param notice why the job is paused or failed, else null
 * @param erased whether file and results have been erased after the time of retention
 */
public record ImportJob(
        String id,
        String realmId,
        StoredFile file,
        ImportState state,
        @Nullable Analysis analysis,
        @Nullable ImportSettings settings,
        Pace pace,
        @Nullable ActingAdministrator acting,
        @Nullable Uploader uploader,
        Moments moments,
        @Nullable Notice notice,
        boolean erased) {}
