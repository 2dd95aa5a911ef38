package io.keycloakcrm.imports;

import io.keycloakcrm.imports.job.ImportJob;
import io.keycloakcrm.imports.job.ImportJobs;
import io.keycloakcrm.imports.job.ImportState;
import io.keycloakcrm.imports.job.Part;
import io.keycloakcrm.imports.job.PartPlan;
import io.keycloakcrm.imports.job.StorageFull;
import io.keycloakcrm.imports.job.UploadProgress;
import io.keycloakcrm.imports.job.Uploads;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Takes one part of a file. The job is looked up in a transaction of its own and held only once the part is here, so
 * that a slow network keeps neither a connection to the database nor the other parts waiting.
 */
final class PartUpload {

    private final AdminCall call;
    private final ImportJobs jobs;
    private final String id;
    private final Uploads uploads;

    PartUpload(AdminCall call, ImportJobs jobs, String id) {
        this.call = call;
        this.jobs = jobs;
        this.id = id;
        this.uploads = new Uploads(call.session(), call.realm().getId());
    }

    /**
     * A part on its way.
     *
     * @param number from 0
     * @param announced what {@code Content-Length} says; null if it is absent
     * @param digest the header {@code Content-Digest}
     */
    record Incoming(
            int number, @Nullable Long announced, @Nullable String digest, InputStream body) {}

    void receive(Incoming incoming) {
        PartPlan plan = plan();
        if (!plan.has(incoming.number())) {
            throw Problem.badRequest("crm.import.part-unknown", incoming.number(), plan.parts() - 1);
        }
        byte[] stated = ContentDigest.sha256(incoming.digest())
                .orElseThrow(() -> Problem.badField(ContentDigest.HEADER, "crm.import.part-digest-missing"));
        Part part = Part.of(read(incoming, plan));
        if (!part.hasDigest(stated)) {
            throw Problem.badField(ContentDigest.HEADER, "crm.import.part-digest-differs", incoming.number());
        }
        store(incoming.number(), part);
    }

    private PartPlan plan() {
        KeycloakSessionFactory factory = call.session().getKeycloakSessionFactory();
        String realmId = call.realm().getId();
        Optional<UploadProgress> progress = Uploads.findDetached(factory, realmId, id);
        if (progress.isEmpty()) {
            throw ImportJobs.findDetached(factory, realmId, id).isPresent()
                    ? Problem.conflict("crm.import.not-in-parts")
                    : Problem.notFound("crm.import.not-found");
        }
        return progress.get().plan();
    }

    private static byte[] read(Incoming incoming, PartPlan plan) {
        @Nullable Long announced = incoming.announced();
        if (announced != null && announced > plan.partBytes()) {
            throw Problem.tooLarge("crm.import.part-too-large", plan.partBytes());
        }
        byte[] content;
        try {
            content = incoming.body().readNBytes(plan.partBytes() + 1);
        } catch (IOException e) {
            throw Problem.badRequest("crm.import.part-interrupted", incoming.number());
        }
        if (content.length > plan.partBytes()) {
            throw Problem.tooLarge("crm.import.part-too-large", plan.partBytes());
        }
        int expected = plan.bytesOf(incoming.number());
        if (content.length != expected) {
            throw Problem.badRequest("crm.import.part-size", incoming.number(), expected, content.length);
        }
        return content;
    }

    private void store(int number, Part part) {
        ImportJob job = jobs.hold(id).orElseThrow(() -> Problem.notFound("crm.import.not-found"));
        if (job.erased()) {
            throw Problem.conflict("crm.import.erased");
        }
        @Nullable String before = uploads.find(id).orElseThrow().received().get(number);
        if (part.sha256().equals(before)) {
            return;
        }
        if (job.state() != ImportState.UPLOADED) {
            throw Problem.conflict("crm.import.state-conflict", job.state().id());
        }
        if (before != null) {
            throw Problem.conflict("crm.import.part-differs", number);
        }
        try {
            uploads.store(id, number, part);
        } catch (StorageFull e) {
            call.session().getTransactionManager().setRollbackOnly();
            throw Problem.storageFull("crm.import.storage-full");
        }
    }
}
