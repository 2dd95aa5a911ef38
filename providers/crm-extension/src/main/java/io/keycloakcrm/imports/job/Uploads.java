package io.keycloakcrm.imports.job;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Files of one realm that come in parts, each in a request of its own, in any order and to any node. Another realm's
 * upload is not found.
 */
public final class Uploads {

    private final KeycloakSession session;
    private final String realmId;
    private final ImportRepository jobs;
    private final PartRepository parts;

    public Uploads(KeycloakSession session, String realmId) {
        this.session = session;
        this.realmId = realmId;
        this.jobs = new ImportRepository(session, realmId);
        this.parts = new PartRepository(session, realmId);
    }

    /** Begins a job whose file is still to come; answers its id. */
    public String begin(String fileName, PartPlan plan, Uploader uploader) {
        String id = UUID.randomUUID().toString();
        var file = new StoredFile(fileName, plan.bytes(), StoredFile.UNKNOWN);
        long now = DatabaseClock.millis(session);
        jobs.insert(new ImportEntity(id, realmId, file, uploader, id, now).inParts(plan.partBytes()));
        return id;
    }

    /** How far the upload is; empty if the file came in one call or there is no such job. */
    public Optional<UploadProgress> find(String id) {
        return jobs.partPlan(id).map(plan -> new UploadProgress(plan, parts.digests(id)));
    }

    /** The same in a transaction of its own, for callers who are about to wait for somebody's network. */
    public static Optional<UploadProgress> findDetached(KeycloakSessionFactory factory, String realmId, String id) {
        return new Transactions(factory).run(session -> new Uploads(session, realmId).find(id));
    }

    /**
     * Stores a part; the caller {@link ImportJobs#hold holds} the job and knows that the part is not there.
     *
     * @throws StorageFull if the database has no room for it; the transaction cannot go on then
     */
    public void store(String id, int number, Part part) {
        parts.insert(id, number, part.sha256(), part.content());
    }

    /** Once no part is missing: makes the digest of the whole file known. */
    public void complete(String id) throws IOException {
        try (InputStream file = new PartStream(number -> parts.content(id, number))) {
            jobs.setSha256(id, Sha256.of(file));
        }
    }
}
