package io.keycloakcrm.imports.job;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.background.Transactions;
import io.keycloakcrm.imports.file.FileRefused;
import io.keycloakcrm.imports.file.FileSource;
import io.keycloakcrm.staff.StaffInserts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.keycloak.models.RealmModel;

/**
 * Prepares a job under the lease of its first chunk. The chunks it writes cannot be claimed before that one is done, so
 * they may be written in several transactions; a node that takes over begins again from nothing.
 */
final class PreparationRunner implements Preparation.Sink {

    private static final int CHUNKS_PER_TRANSACTION = 50;

    private final Transactions transactions;
    private final Claim claim;
    private final long leaseMillis;
    private final MembersPath membersPath;
    private final List<Chunk> chunks = new ArrayList<>();
    private long renewedAt = System.nanoTime();

    PreparationRunner(Transactions transactions, Claim claim, EngineConfig config) {
        this.transactions = transactions;
        this.claim = claim;
        this.leaseMillis = config.leaseMillis();
        this.membersPath = config.membersPath();
    }

    /**
     * Reads the file and writes the chunks.
     *
     * @throws LeaseLost if somebody else has taken over
     */
    void run(ImportJob job, FileRows file) throws IOException, FileRefused {
        Preparation.Circumstances realm = transactions.run(claim.realmId(), session -> {
            renew(new ChunkRepository(session, claim.realmId()), DatabaseClock.millis(session));
            new ChunkRepository(session, claim.realmId()).deleteAll(claim.importId(), true);
            RealmModel realmModel = session.getContext().getRealm();
            boolean inserts = membersPath == MembersPath.AUTO && StaffInserts.suits(session, realmModel);
            return new Preparation.Circumstances(realmModel.isDuplicateEmailsAllowed(), inserts);
        });
        var analysis = Objects.requireNonNull(job.analysis());
        var settings = Objects.requireNonNull(job.settings());
        long rows = new Preparation(file.of(source(), analysis), analysis, settings, realm, this).run();
        flush();
        transactions.run(claim.realmId(), session -> {
            if (!new ChunkRepository(session, claim.realmId()).finish(claim)) {
                throw new LeaseLost("preparation of " + claim.importId());
            }
            new ImportRepository(session, claim.realmId()).setDataRows(claim.importId(), rows);
            if (settings.mode() == ImportMode.SYNC) {
                new ChunkRepository(session, claim.realmId()).insert(claim.importId(), List.of(Chunk.absentees()));
            }
            return true;
        });
    }

    private FileSource source() {
        return () -> new PartStream(part -> transactions.run(
                session -> new PartRepository(session, claim.realmId()).content(claim.importId(), part)));
    }

    @Override
    public void pulse() {
        if ((System.nanoTime() - renewedAt) / 1_000_000 > leaseMillis / 3) {
            flush();
        }
    }

    @Override
    public void add(Chunk chunk) {
        chunks.add(chunk);
        if (chunks.size() >= CHUNKS_PER_TRANSACTION) {
            flush();
        }
    }

    private void flush() {
        transactions.run(claim.realmId(), session -> {
            var repository = new ChunkRepository(session, claim.realmId());
            renew(repository, DatabaseClock.millis(session));
            repository.insert(claim.importId(), chunks);
            return true;
        });
        chunks.clear();
        renewedAt = System.nanoTime();
    }

    private void renew(ChunkRepository repository, long now) {
        if (!repository.renew(claim, now + leaseMillis)) {
            throw new LeaseLost("preparation of " + claim.importId());
        }
        repository.limitSilence(leaseMillis);
    }
}
