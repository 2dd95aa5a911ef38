package io.keycloakcrm.imports.job;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What the chunks of one realm's jobs tell about speed. */
final class ProgressRepository {

    private final EntityManager em;
    private final String realmId;

    ProgressRepository(KeycloakSession session, String realmId) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    /**
     * The chunks of a job.
     *
     * @param openedAt when the first row could be worked, all before being done; null while nothing is done
     * @param rowsLeft rows still to be worked, one that two phases work counting twice
     */
    record Work(@Nullable Long openedAt, long rowsLeft) {}

    Work work(String importId) {
        Tuple sums = em.createQuery(
                        "select max(case when c.phase <= :before then c.doneAt end),"
                                + " coalesce(sum(case when c.state = 'done' then 0 else c.rowCount end), 0)"
                                + " from CrmImportChunk c where c.importId = :import and c.realmId = :realm",
                        Tuple.class)
                .setParameter("before", Phase.DEPARTMENTS.position())
                .setParameter("import", importId)
                .setParameter("realm", realmId)
                .getSingleResult();
        return new Work(sums.get(0, Long.class), ((Number) sums.get(1)).longValue());
    }

    /** Rows of the file worked in chunks that were finished since then. */
    long rowsSince(String importId, long since) {
        return em.createQuery(
                        "select coalesce(sum(c.rowCount), 0) from CrmImportChunk c"
                                + " where c.importId = :import and c.realmId = :realm and c.phase > :before"
                                + " and c.doneAt >= :since",
                        Long.class)
                .setParameter("before", Phase.DEPARTMENTS.position())
                .setParameter("since", since)
                .setParameter("import", importId)
                .setParameter("realm", realmId)
                .getSingleResult();
    }
}
