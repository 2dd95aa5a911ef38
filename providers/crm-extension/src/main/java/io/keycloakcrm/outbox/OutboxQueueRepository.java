package io.keycloakcrm.outbox;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The outboxes of all realms, as those see them who look for work and clear up. */
final class OutboxQueueRepository {

    private final EntityManager em;

    OutboxQueueRepository(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Where something is due. */
    List<Queue> due(long now) {
        return em.createQuery(
                        "select distinct e.realmId, e.kind from CrmOutbox e where e.state = 'waiting'"
                                + " and e.dueAt <= :now order by e.realmId, e.kind",
                        Tuple.class)
                .setParameter("now", now)
                .getResultStream()
                .map(row -> new Queue(row.get(0, String.class), row.get(1, String.class)))
                .toList();
    }

    /** Gives back what nodes claimed and never began. */
    int reopen(long now) {
        return em.createQuery("update CrmOutbox e set e.state = 'waiting'"
                        + " where e.state = 'claimed' and e.leaseUntil < :now")
                .setParameter("now", now)
                .executeUpdate();
    }

    /** What was begun so long ago that nobody will say any more how it ended. */
    List<Claimed> interrupted(long now, int max) {
        return em.createQuery(
                        "select e from CrmOutbox e where e.state = 'sending' and e.leaseUntil < :now",
                        OutboxEntity.class)
                .setParameter("now", now)
                .setMaxResults(max)
                .getResultStream()
                .map(OutboxEntity::claimed)
                .toList();
    }

    /** Removes a stretch of what ended before; answers how many. */
    int erase(long endedBefore, int max) {
        List<String> ids = em.createQuery(
                        "select e.id from CrmOutbox e where e.endedAt < :before"
                                + " and e.state in ('sent', 'withdrawn', 'dead')",
                        String.class)
                .setParameter("before", endedBefore)
                .setMaxResults(max)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : em.createQuery("delete from CrmOutbox e where e.id in (:ids) and e.endedAt < :before")
                        .setParameter("ids", ids)
                        .setParameter("before", endedBefore)
                        .executeUpdate();
    }

    OutboxMeters.Load load(long now) {
        Map<String, Long> numbers = new HashMap<>();
        long oldest = now;
        List<Tuple> states = em.createQuery(
                        "select e.state, count(e), min(e.dueAt) from CrmOutbox e"
                                + " where e.state in ('waiting', 'claimed', 'sending', 'dead') group by e.state",
                        Tuple.class)
                .getResultList();
        for (Tuple row : states) {
            String state = row.get(0, String.class);
            numbers.put(state, row.get(1, Long.class));
            oldest = state.equals("waiting") ? Math.min(oldest, row.get(2, Long.class)) : oldest;
        }
        long waiting = number(numbers, "waiting") + number(numbers, "claimed") + number(numbers, "sending");
        return new OutboxMeters.Load(waiting, number(numbers, "dead"), now - oldest);
    }

    private static long number(Map<String, Long> numbers, String state) {
        return Objects.requireNonNullElse(numbers.get(state), 0L);
    }

    void removeRealm(String realmId) {
        em.createQuery("delete from CrmOutbox e where e.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
