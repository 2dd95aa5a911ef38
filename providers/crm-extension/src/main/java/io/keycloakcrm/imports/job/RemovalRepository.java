package io.keycloakcrm.imports.job;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Takes realms and people out of all tables of imports. */
final class RemovalRepository {

    private static final List<String> REALM_TABLES =
            List.of("CrmImportRow", "CrmImportChunk", "CrmImportPart", "CrmImport", "CrmImportPreset");

    private final EntityManager em;

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
        em.createQuery("update CrmImportRow e set e.userId = null, e.changes = null"
                        + " where e.realmId = :realm and e.userId = :user")
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
        em.createQuery("update CrmImport e set e.uploaderId = null, e.uploaderRealmId = null"
                        + " where e.uploaderRealmId = :realm and e.uploaderId = :user")
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** Removes the file, what chunks hold of it, and a stretch of the results of a job; answers whether nothing is left. */
    boolean erase(String realmId, String importId, int results) {
        List<Long> rows = em.createQuery(
                        "select e.rowNo from CrmImportRow e where e.importId = :id and e.realmId = :realm"
                                + " order by e.rowNo",
                        Long.class)
                .setParameter("id", importId)
                .setParameter("realm", realmId)
                .setMaxResults(results)
                .getResultList();
        if (!rows.isEmpty()) {
            em.createQuery("delete from CrmImportRow e where e.importId = :id and e.realmId = :realm"
                            + " and e.rowNo <= :last")
                    .setParameter("id", importId)
                    .setParameter("realm", realmId)
                    .setParameter("last", rows.get(rows.size() - 1))
                    .executeUpdate();
        }
        em.createQuery("delete from CrmImportPart e where e.importId = :id and e.realmId = :realm")
                .setParameter("id", importId)
                .setParameter("realm", realmId)
                .executeUpdate();
        em.createQuery("update CrmImportChunk e set e.payload = null where e.importId = :id and e.realmId = :realm"
                        + " and e.payload is not null")
                .setParameter("id", importId)
                .setParameter("realm", realmId)
                .executeUpdate();
        return rows.size() < results;
    }

    /** Keeps name, size, end and counts of a job and nothing of what was in the file. */
    void markErased(String realmId, String importId, long now) {
        em.createQuery("update CrmImport e set e.erased = true, e.analysis = null, e.acting = null,"
                        + " e.finishedAt = coalesce(e.finishedAt, :now), e.state = case"
                        + " when e.state in ('completed', 'failed') then e.state else 'cancelled' end"
                        + " where e.id = :id and e.realmId = :realm")
                .setParameter("now", now)
                .setParameter("id", importId)
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    /** Jobs that nobody works on and that were last begun or ended before {@code cutoff}. */
    List<ActiveJobRepository.Ref> due(long cutoff, int max) {
        return em.createQuery(
                        "select e.realmId, e.id from CrmImport e where e.erased = false"
                                + " and e.state not in ('checking', 'running')"
                                + " and coalesce(e.finishedAt, e.startedAt, e.createdAt) < :cutoff"
                                + " order by e.createdAt",
                        Object[].class)
                .setParameter("cutoff", cutoff)
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new ActiveJobRepository.Ref((String) row[0], (String) row[1]))
                .toList();
    }
}
