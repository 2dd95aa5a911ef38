package io.keycloakcrm.imports;

import io.keycloakcrm.imports.job.PartPlan;
import io.keycloakcrm.rest.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Body of a POST that begins an upload in parts.
 *
 * @param fileName as the uploader calls the file
 * @param bytes its size
 * @param partBytes size of all parts but the last; 5 MiB if absent
 */
record UploadRequest(
        @Nullable String fileName,
        @Nullable Long bytes,
        @Nullable Integer partBytes) {

    /** @throws org.keycloak.services.ErrorResponseException if such a file or such parts are not accepted */
    PartPlan plan(long maxFileBytes) {
        if (bytes == null) {
            throw Problem.badField("bytes", "crm.import.bytes-missing");
        }
        Upload.requireSize("bytes", bytes, maxFileBytes);
        int size = partBytes == null ? PartPlan.MAX_PART_BYTES : partBytes;
        long least = PartPlan.minPartBytes(bytes);
        if (size < least || size > PartPlan.MAX_PART_BYTES) {
            throw Problem.badField("partBytes", "crm.import.part-bytes-invalid", least, PartPlan.MAX_PART_BYTES);
        }
        return new PartPlan(bytes, size);
    }
}
