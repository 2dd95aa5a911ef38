package io.keycloakcrm.imports.job;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Takes realms and people out of all tables of imports. */
final class RemovalRepository {

    private static final List<String> REALM_TABLES =
            List.of("CrmImportRow", "CrmImportChunk", "CrmImportPart", "CrmImport", "CrmImportPreset");

    private static final String DUE = "e.erased = false and e.state not in ('checking', 'running')"
            + " and (coalesce(e.finishedAt, e.startedAt, e.createdAt) < :cutoff"
            + " or e.state = 'uploaded' and e.createdAt < :abandoned)";

    private final EntityManager em;

    /**
     * Before when, in milliseconds, what is erased.
     *
     * @param finished jobs that were last begun or ended
     * @param abandoned uploads that were begun and never completed
     */
    record Cutoff(long finished, long abandoned) {}

    RemovalRepository(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    void removeRealm(String realmId) {
        for (String entity : REALM_TABLES) {
            em.createQuery("delete from " + entity + " e where e.realmId = :realm")
                    .setParameter("realm", realmId)
                    .executeUpdate();
        }
    }

    /** Keeps that there was a row, but not whose it was nor what it said. */
    void forget(String realmId, String userId) {
        em.createQuery("select e from CrmImportRow e where e.realmId = :realm and e.userId = :user", RowEntity.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getResultList()
                .forEach(RowEntity::forget);
        em.createQuery("update CrmImport e set e.uploaderId = null, e.uploaderRealmId = null"
                        + " where e.uploaderRealmId = :realm and e.uploaderId = :user")
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    /**
     * Takes a job out of everybody's reach and removes its file and what chunks hold of it; name, size, end and counts
     * stay. Answers false, with nothing done, if somebody has begun or resumed the job since it was {@link #due}.
     *
     * <p>The analysis goes last, with the {@link #eraseResults results}: an erased job that has one is not empty yet.
     */
    boolean beginErasing(ActiveJobRepository.Ref job, Cutoff cutoff, long now) {
        int taken = em.createQuery("update CrmImport e set e.erased = true, e.acting = null,"
                        + " e.finishedAt = coalesce(e.finishedAt, :now), e.state = case"
                        + " when e.state in ('completed', 'failed') then e.state else 'cancelled' end"
                        + " where e.id = :id and e.realmId = :realm and " + DUE)
                .setParameter("now", now)
                .setParameter("cutoff", cutoff.finished())
                .setParameter("abandoned", cutoff.abandoned())
                .setParameter("id", job.id())
                .setParameter("realm", job.realmId())
                .executeUpdate();
        if (taken == 0) {
            return false;
        }
        // Another fence, so that whoever still works a chunk of a job paused just now leaves no results behind.
        update("update CrmImportChunk e set e.payload = null, e.fence = e.fence + 1", job);
        update("delete from CrmImportPart e", job);
        return true;
    }

    /** Removes a stretch of the results of an erased job; answers whether nothing is left. */
    boolean eraseResults(ActiveJobRepository.Ref job, int max) {
        List<Long> rows = em.createQuery(
                        "select e.rowNo from CrmImportRow e where e.importId = :id and e.realmId = :realm"
                                + " order by e.rowNo",
                        Long.class)
                .setParameter("id", job.id())
                .setParameter("realm", job.realmId())
                .setMaxResults(max)
                .getResultList();
        if (!rows.isEmpty()) {
            em.createQuery("delete from CrmImportRow e where e.importId = :id and e.realmId = :realm"
                            + " and e.rowNo <= :last")
                    .setParameter("id", job.id())
                    .setParameter("realm", job.realmId())
                    .setParameter("last", rows.get(rows.size() - 1))
                    .executeUpdate();
        }
        if (rows.size() == max) {
            return false;
        }
        em.createQuery("update CrmImport e set e.analysis = null"
                        + " where e.id = :id and e.realmId = :realm and e.erased = true")
                .setParameter("id", job.id())
                .setParameter("realm", job.realmId())
                .executeUpdate();
        return true;
    }

    /** Jobs that nobody works on and whose time is over. */
    List<ActiveJobRepository.Ref> due(Cutoff cutoff, int max) {
        return refs(em.createQuery(
                        "select e.realmId, e.id from CrmImport e where " + DUE + " order by e.createdAt",
                        Object[].class)
                .setParameter("cutoff", cutoff.finished())
                .setParameter("abandoned", cutoff.abandoned())
                .setMaxResults(max));
    }

    /** Jobs that are erased but for results, perhaps by a node that did not come to an end with it. */
    List<ActiveJobRepository.Ref> halfErased(int max) {
        return refs(em.createQuery(
                        "select e.realmId, e.id from CrmImport e where e.erased = true and e.analysis is not null"
                                + " order by e.createdAt",
                        Object[].class)
                .setMaxResults(max));
    }

    private void update(String change, ActiveJobRepository.Ref job) {
        em.createQuery(change + " where e.importId = :id and e.realmId = :realm")
                .setParameter("id", job.id())
                .setParameter("realm", job.realmId())
                .executeUpdate();
    }

    private static List<ActiveJobRepository.Ref> refs(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> new ActiveJobRepository.Ref((String) row[0], (String) row[1]))
                .toList();
    }
}
