package io.keycloakcrm.imports.job;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The jobs of one realm. States change by conditional updates only, so that of two callers one wins. */
final class ImportRepository {

    private final EntityManager em;
    private final String realmId;

    ImportRepository(KeycloakSession session, String realmId) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    void insert(ImportEntity job) {
        em.persist(job);
        em.flush();
        em.detach(job); // as below
    }

    Optional<ImportJob> find(String id) {
        return em
                .createQuery("select e from CrmImport e where e.id = :id and e.realmId = :realm", ImportEntity.class)
                .setParameter("id", id)
                .setParameter("realm", realmId)
                .getResultList()
                .stream()
                .findFirst()
                .map(this::detached);
    }

    /** Holds the job until the end of the transaction, so that steps asked for at the same time happen in turn. */
    boolean lock(String id) {
        return em
                .createQuery("select e from CrmImport e where e.id = :id and e.realmId = :realm", ImportEntity.class)
                .setParameter("id", id)
                .setParameter("realm", realmId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .peek(em::detach)
                .findFirst()
                .isPresent();
    }

    Optional<ImportJob> findByIdempotency(String digest) {
        return em
                .createQuery(
                        "select e from CrmImport e where e.realmId = :realm and e.idempotency = :digest",
                        ImportEntity.class)
                .setParameter("realm", realmId)
                .setParameter("digest", digest)
                .getResultList()
                .stream()
                .findFirst()
                .map(this::detached);
    }

    List<ImportJob> page(int first, int max) {
        return em.createQuery(
                        "select e from CrmImport e where e.realmId = :realm order by e.createdAt desc, e.id",
                        ImportEntity.class)
                .setParameter("realm", realmId)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultStream()
                .map(this::detached)
                .toList();
    }

    long count() {
        return em.createQuery("select count(e) from CrmImport e where e.realmId = :realm", Long.class)
                .setParameter("realm", realmId)
                .getSingleResult();
    }

    long dataRows(String id) {
        return em.createQuery("select e.dataRows from CrmImport e where e.id = :id and e.realmId = :realm", Long.class)
                .setParameter("id", id)
                .setParameter("realm", realmId)
                .getSingleResult();
    }

    /** How the job's file is sent in parts; empty if it came in one call or there is no such job. */
    Optional<PartPlan> partPlan(String id) {
        return em
                .createQuery(
                        "select e.fileBytes, e.partBytes from CrmImport e"
                                + " where e.id = :id and e.realmId = :realm and e.partBytes is not null",
                        Tuple.class)
                .setParameter("id", id)
                .setParameter("realm", realmId)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new PartPlan(row.get(0, Long.class), row.get(1, Integer.class)));
    }

    void setSha256(String id, String sha256) {
        em.createQuery("update CrmImport e set e.fileSha256 = :sha256 where e.id = :id and e.realmId = :realm")
                .setParameter("sha256", sha256)
                .setParameter("id", id)
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    /** Whether the job was in one of the states and now has another analysis. */
    boolean analyse(String id, Collection<ImportState> from, Analysis analysis) {
        return em.createQuery("update CrmImport e set e.analysis = :analysis, e.state = :to, e.dataRows = :rows"
                                + " where e.id = :id and e.realmId = :realm and e.erased = false and e.state in :from")
                        .setParameter("analysis", Json.text(analysis))
                        .setParameter("rows", analysis.rows())
                        .setParameter("to", ImportState.ANALYSED.id())
                        .setParameter("id", id)
                        .setParameter("realm", realmId)
                        .setParameter("from", ids(from))
                        .executeUpdate()
                == 1;
    }

    /** Whether the job was in one of the states and now begins with these settings. */
    boolean begin(String id, Collection<ImportState> from, Begin begin, long now) {
        return em.createQuery("update CrmImport e set e.settings = :settings, e.acting = :acting, e.state = :to,"
                                + " e.pace = :pace, e.notice = null, e.confirmedAbsentees = null, e.startedAt = :now,"
                                + " e.resumedAt = :now, e.finishedAt = null"
                                + " where e.id = :id and e.realmId = :realm and e.erased = false and e.state in :from")
                        .setParameter("settings", Json.text(begin.settings()))
                        .setParameter("acting", Json.text(begin.acting()))
                        .setParameter("to", begin.state().id())
                        .setParameter("pace", begin.pace().id())
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .setParameter("realm", realmId)
                        .setParameter("from", ids(from))
                        .executeUpdate()
                == 1;
    }

    /** Whether the job was in one of the states and now goes on in the name of this administrator. */
    boolean resume(String id, Begin begin, long now) {
        return em.createQuery("update CrmImport e set e.acting = :acting, e.state = :to, e.pace = :pace,"
                                + " e.notice = null, e.resumedAt = :now"
                                + " where e.id = :id and e.realmId = :realm and e.erased = false and e.state = :from")
                        .setParameter("acting", Json.text(begin.acting()))
                        .setParameter("to", begin.state().id())
                        .setParameter("pace", begin.pace().id())
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .setParameter("realm", realmId)
                        .setParameter("from", ImportState.PAUSED.id())
                        .executeUpdate()
                == 1;
    }

    /** Whether the job was in one of the states and is now in another, which may be its last. */
    boolean move(String id, Collection<ImportState> from, ImportState to, @Nullable Notice notice, @Nullable Long end) {
        return em.createQuery("update CrmImport e set e.state = :to, e.notice = :notice, e.finishedAt = :end"
                                + " where e.id = :id and e.realmId = :realm and e.state in :from")
                        .setParameter("to", to.id())
                        .setParameter("notice", Json.text(notice))
                        .setParameter("end", end)
                        .setParameter("id", id)
                        .setParameter("realm", realmId)
                        .setParameter("from", ids(from))
                        .executeUpdate()
                == 1;
    }

    /** Whether all chunks are done and the job is now at its end. */
    boolean complete(String id, long now) {
        return em.createQuery("update CrmImport e set e.finishedAt = :now,"
                                + " e.state = case when e.state = 'checking' then 'checked' else 'completed' end"
                                + " where e.id = :id and e.realmId = :realm and e.state in ('checking', 'running')"
                                + " and not exists (select 1 from CrmImportChunk c where c.importId = :id"
                                + " and c.state in ('open', 'claimed'))")
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .setParameter("realm", realmId)
                        .executeUpdate()
                == 1;
    }

    /** Lets an Idempotency-Key lapse that was used before {@code cutoff}. */
    void lapse(String digest, long cutoff) {
        em.createQuery("update CrmImport e set e.idempotency = e.id where e.realmId = :realm"
                        + " and e.idempotency = :digest and e.createdAt < :cutoff")
                .setParameter("realm", realmId)
                .setParameter("digest", digest)
                .setParameter("cutoff", cutoff)
                .executeUpdate();
    }

    /** How many absentees somebody has agreed to off-board; negative while nobody has. */
    long confirmedAbsentees(String id) {
        return em.createQuery(
                        "select coalesce(e.confirmedAbsentees, -1) from CrmImport e"
                                + " where e.id = :id and e.realmId = :realm",
                        Long.class)
                .setParameter("id", id)
                .setParameter("realm", realmId)
                .getSingleResult();
    }

    void confirmAbsentees(String id, long number) {
        em.createQuery("update CrmImport e set e.confirmedAbsentees = :number"
                        + " where e.id = :id and e.realmId = :realm")
                .setParameter("number", number)
                .setParameter("id", id)
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    /** Tells what did not happen, whatever state the job is in. */
    void setNotice(String id, Notice notice) {
        em.createQuery("update CrmImport e set e.notice = :notice where e.id = :id and e.realmId = :realm")
                .setParameter("notice", Json.text(notice))
                .setParameter("id", id)
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    void setDataRows(String id, long rows) {
        em.createQuery("update CrmImport e set e.dataRows = :rows where e.id = :id and e.realmId = :realm")
                .setParameter("rows", rows)
                .setParameter("id", id)
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private ImportJob detached(ImportEntity entity) {
        ImportJob job = entity.toJob();
        em.detach(entity); // states change by update statements that a managed entity would not see
        return job;
    }

    private static List<String> ids(Collection<ImportState> states) {
        return states.stream().map(ImportState::id).toList();
    }
}
