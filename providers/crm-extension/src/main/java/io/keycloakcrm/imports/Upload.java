package io.keycloakcrm.imports;

import io.keycloakcrm.imports.job.Analysis;
import io.keycloakcrm.imports.job.ImportJob;
import io.keycloakcrm.imports.job.ImportJobs;
import io.keycloakcrm.imports.job.Sha256;
import io.keycloakcrm.imports.job.StorageFull;
import io.keycloakcrm.imports.job.StoredFile;
import io.keycloakcrm.imports.job.Uploader;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.services.resources.admin.AdminAuth;

/** Turns an uploaded file into a job. The file is read before anything is written, so a refused one leaves no trace. */
final class Upload {

    private static final int MAX_KEY_CHARACTERS = 255;

    private final AdminCall call;
    private final ImportJobs jobs;
    private final long maxFileBytes;

    Upload(AdminCall call, ImportJobs jobs, long maxFileBytes) {
        this.call = call;
        this.jobs = jobs;
        this.maxFileBytes = maxFileBytes;
    }

    /** A job, and whether this upload made it or one before with the same Idempotency-Key. */
    record Received(ImportJob job, boolean isNew) {}

    Received receive(@Nullable FileUpload upload, @Nullable String idempotencyKey) throws IOException {
        if (upload == null) {
            throw Problem.badField("file", "crm.import.file-missing");
        }
        requireSize("file", upload.size(), maxFileBytes);
        Path path = upload.uploadedFile();
        var file = new StoredFile(FileName.sanitized(upload.fileName()), upload.size(), sha256(path));
        @Nullable String digest = idempotencyKey == null ? null : digest(idempotencyKey);
        if (digest != null) {
            Optional<ImportJob> before = jobs.findByIdempotency(digest);
            if (before.isPresent()) {
                return same(before.get(), file);
            }
        }
        Analysis analysis =
                new FileAnalyst(call).analyse(() -> Files.newInputStream(path), FileAnalyst.Settled.NOTHING);
        return new Received(store(file, analysis, path, digest), true);
    }

    /** What holds for the size of every file, whichever way it comes. */
    static void requireSize(String field, long bytes, long maxFileBytes) {
        if (bytes > maxFileBytes) {
            throw Problem.tooLarge("crm.import.file-too-large", maxFileBytes);
        }
        if (bytes < 1) {
            throw Problem.badField(field, "crm.import.file-empty");
        }
    }

    private static Received same(ImportJob before, StoredFile file) {
        if (!before.file().sha256().equals(file.sha256())) {
            throw Problem.conflict("crm.import.idempotency-key-reused");
        }
        return new Received(before, false);
    }

    private ImportJob store(StoredFile file, Analysis analysis, Path path, @Nullable String digest) throws IOException {
        try (InputStream content = Files.newInputStream(path)) {
            String id = jobs.create(file, uploader(call), analysis, content, digest);
            return jobs.find(id).orElseThrow();
        } catch (StorageFull e) {
            call.session().getTransactionManager().setRollbackOnly();
            throw Problem.storageFull("crm.import.storage-full");
        } catch (ModelDuplicateException sameKeyAtTheSameTime) {
            throw Problem.conflict("crm.import.upload-under-way");
        }
    }

    static Uploader uploader(AdminCall call) {
        AdminAuth auth = call.auth().adminAuth();
        return new Uploader(auth.getRealm().getId(), auth.getUser().getId());
    }

    private String digest(String idempotencyKey) {
        if (idempotencyKey.isBlank() || idempotencyKey.length() > MAX_KEY_CHARACTERS) {
            throw Problem.badField("Idempotency-Key", "crm.import.idempotency-key-invalid", MAX_KEY_CHARACTERS);
        }
        String uploader = call.auth().adminAuth().getUser().getId();
        byte[] text = (uploader + '\n' + idempotencyKey).getBytes(StandardCharsets.UTF_8);
        return Sha256.of(text);
    }

    private static String sha256(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Sha256.of(in);
        }
    }
}
