package io.keycloakcrm.imports.job;

import io.keycloakcrm.background.DatabaseClock;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.SelectionQuery;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The chunks of one realm's jobs: handing out, holding and finishing them. */
final class ChunkRepository {

    private final KeycloakSession session;
    private final EntityManager em;
    private final String realmId;

    ChunkRepository(KeycloakSession session, String realmId) {
        this.session = session;
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    void insert(String importId, List<Chunk> chunks) {
        List<ChunkEntity> entities = chunks.stream()
                .map(chunk -> new ChunkEntity(realmId, importId, chunk))
                .toList();
        entities.forEach(em::persist);
        em.flush();
        entities.forEach(em::detach);
    }

    /**
     * Claims the next chunk of a job whose earlier phases are done: one that is open or whose lease has run out. Of
     * departments the earlier chunks must be done too, because a child needs its parent.
     *
     * <p>Skipping locked rows only keeps nodes from waiting for each other where the database can do it; what decides
     * is the conditional update.
     */
    Optional<Claim> claim(String importId, String owner, long now, long leaseMillis) {
        TypedQuery<ChunkEntity> query = em.createQuery(
                        "select c from CrmImportChunk c where c.importId = :import and c.realmId = :realm"
                                + " and (c.state = 'open' or c.state = 'claimed' and c.leaseUntil < :now)"
                                + " and not exists (select 1 from CrmImportChunk e where e.importId = c.importId"
                                + " and e.state <> 'done' and (e.phase < c.phase"
                                + " or c.phase = :ordered and e.phase = :ordered and e.number < c.number))"
                                + " order by c.phase, c.number",
                        ChunkEntity.class)
                .setParameter("import", importId)
                .setParameter("realm", realmId)
                .setParameter("now", now)
                .setParameter("ordered", Phase.DEPARTMENTS.position())
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE);
        query.unwrap(SelectionQuery.class).setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED);
        limitSilence(leaseMillis);
        return query.getResultList().stream().findFirst().flatMap(candidate -> {
            em.detach(candidate);
            return win(candidate.toClaim(), owner, now, now + leaseMillis);
        });
    }

    private Optional<Claim> win(Claim candidate, String owner, long now, long leaseUntil) {
        int won = em.createQuery("update CrmImportChunk c set c.state = 'claimed', c.owner = :owner,"
                        + " c.fence = c.fence + 1, c.leaseUntil = :until, c.attempts = c.attempts + 1"
                        + " where c.id = :id and c.realmId = :realm and c.fence = :fence"
                        + " and (c.state = 'open' or c.state = 'claimed' and c.leaseUntil < :now)")
                .setParameter("owner", owner)
                .setParameter("until", leaseUntil)
                .setParameter("id", candidate.chunkId())
                .setParameter("realm", realmId)
                .setParameter("fence", candidate.fence())
                .setParameter("now", now)
                .executeUpdate();
        return won == 1 ? Optional.of(candidate.won()) : Optional.empty();
    }

    /** Passes the fence and marks the chunk done; what the transaction does besides commits with it or not at all. */
    boolean finish(Claim claim) {
        return fenced(claim, "c.state = 'done', c.owner = null, c.doneAt = " + DatabaseClock.millis(session));
    }

    /** Passes the fence and moves the lease on. */
    boolean renew(Claim claim, long leaseUntil) {
        return em.createQuery("update CrmImportChunk c set c.leaseUntil = :until where c.id = :id"
                                + " and c.realmId = :realm and c.fence = :fence and c.state = 'claimed'")
                        .setParameter("until", leaseUntil)
                        .setParameter("id", claim.chunkId())
                        .setParameter("realm", realmId)
                        .setParameter("fence", claim.fence())
                        .executeUpdate()
                == 1;
    }

    /** Passes the fence, moves the lease on and remembers which row is begun. */
    boolean tryRow(Claim claim, Tried tried, long leaseUntil) {
        return em.createQuery("update CrmImportChunk c set c.leaseUntil = :until, c.triedRow = :row, c.tries = :tries"
                                + " where c.id = :id and c.realmId = :realm and c.fence = :fence"
                                + " and c.state = 'claimed'")
                        .setParameter("until", leaseUntil)
                        .setParameter("row", tried.row())
                        .setParameter("tries", tried.times())
                        .setParameter("id", claim.chunkId())
                        .setParameter("realm", realmId)
                        .setParameter("fence", claim.fence())
                        .executeUpdate()
                == 1;
    }

    /** The row that was begun last. */
    Tried tried(Claim claim) {
        return em
                .createQuery(
                        "select c.triedRow, c.tries from CrmImportChunk c where c.id = :id and c.realmId = :realm",
                        Tuple.class)
                .setParameter("id", claim.chunkId())
                .setParameter("realm", realmId)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Tried(row.get(0, Long.class), row.get(1, Integer.class)))
                .orElseThrow(() -> new LeaseLost("chunk " + claim.chunkId() + " is gone"));
    }

    /** Gives the chunk back for whoever claims next, as if it had not been tried: what stopped it was no row's fault. */
    boolean release(Claim claim) {
        return fenced(claim, "c.state = 'open', c.owner = null, c.tries = 0, c.attempts = c.attempts - 1");
    }

    /**
     * Lets the database end this transaction if the node says nothing for so long. Without it, the locks of a machine
     * that hangs or lost its power are held until the operating system gives up the connection, which takes hours.
     * Only PostgreSQL can do that for one transaction.
     */
    void limitSilence(long millis) {
        if (em.getEntityManagerFactory()
                        .unwrap(SessionFactoryImplementor.class)
                        .getJdbcServices()
                        .getDialect()
                instanceof PostgreSQLDialect) {
            em.createNativeQuery(
                            "select set_config('idle_in_transaction_session_timeout', :millis, true)", String.class)
                    .setParameter("millis", Long.toString(millis))
                    .getSingleResult();
        }
    }

    /** The same for a chunk that has done nothing wrong and waits for a person. */
    boolean reopen(Claim claim) {
        return fenced(claim, "c.state = 'open', c.owner = null, c.attempts = 0");
    }

    private boolean fenced(Claim claim, String change) {
        return em.createQuery(
                                "update CrmImportChunk c set " + change
                                        + " where c.id = :id and c.realmId = :realm and c.fence = :fence and c.state = 'claimed'")
                        .setParameter("id", claim.chunkId())
                        .setParameter("realm", realmId)
                        .setParameter("fence", claim.fence())
                        .executeUpdate()
                == 1;
    }

    void add(Claim claim, Tally tally) {
        em.createQuery("update CrmImportChunk c set c.created = c.created + :created,"
                        + " c.updated = c.updated + :updated, c.unchanged = c.unchanged + :unchanged,"
                        + " c.offboarded = c.offboarded + :offboarded, c.failed = c.failed + :failed"
                        + " where c.id = :id and c.realmId = :realm")
                .setParameter("created", tally.created())
                .setParameter("updated", tally.updated())
                .setParameter("unchanged", tally.unchanged())
                .setParameter("offboarded", tally.offboarded())
                .setParameter("failed", tally.failed())
                .setParameter("id", claim.chunkId())
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    /** Personal data is not kept longer than the work needs it. */
    void erasePayload(Claim claim) {
        em.createQuery("update CrmImportChunk c set c.payload = null where c.id = :id and c.realmId = :realm")
                .setParameter("id", claim.chunkId())
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    List<PreparedRow> rows(Claim claim) {
        return Chunk.rows(em.createQuery(
                        "select c.payload from CrmImportChunk c where c.id = :id and c.realmId = :realm", byte[].class)
                .setParameter("id", claim.chunkId())
                .setParameter("realm", realmId)
                .getSingleResult());
    }

    Tally tally(String importId) {
        Tuple sums = em.createQuery(
                        "select coalesce(sum(c.created), 0), coalesce(sum(c.updated), 0), coalesce(sum(c.unchanged), 0),"
                                + " coalesce(sum(c.offboarded), 0), coalesce(sum(c.failed), 0)"
                                + " from CrmImportChunk c where c.importId = :import and c.realmId = :realm",
                        Tuple.class)
                .setParameter("import", importId)
                .setParameter("realm", realmId)
                .getSingleResult();
        return new Tally(sum(sums, 0), sum(sums, 1), sum(sums, 2), sum(sums, 3), sum(sums, 4));
    }

    private static long sum(Tuple sums, int index) {
        return ((Number) sums.get(index)).longValue();
    }

    /** Removes the chunks of one phase. */
    void delete(String importId, Phase phase) {
        em.createQuery("delete from CrmImportChunk c where c.importId = :import and c.realmId = :realm"
                        + " and c.phase = :phase")
                .setParameter("import", importId)
                .setParameter("realm", realmId)
                .setParameter("phase", phase.position())
                .executeUpdate();
    }

    /** Removes the chunks of all phases, or of those after the preparation. */
    void deleteAll(String importId, boolean keepPreparation) {
        em.createQuery("delete from CrmImportChunk c where c.importId = :import and c.realmId = :realm"
                        + " and c.phase > :phase")
                .setParameter("import", importId)
                .setParameter("realm", realmId)
                .setParameter("phase", keepPreparation ? Phase.PREPARE.position() : -1)
                .executeUpdate();
    }
}
