package io.keycloakcrm.imports.job;

import io.keycloakcrm.background.DatabaseClock;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The jobs of all realms that have work. */
final class ActiveJobRepository {

    private ActiveJobRepository() {}

    /** A job and its realm. */
    record Ref(String realmId, String id) {}

    /** A job under way. */
    record Active(String realmId, String id, Pace pace) {}

    /** By realm; within a realm the oldest first. */
    static List<Active> all(KeycloakSession session) {
        return em(session)
                .createQuery(
                        "select e.realmId, e.id, e.pace from CrmImport e where e.state in ('checking', 'running')"
                                + " order by e.realmId, e.createdAt",
                        Tuple.class)
                .getResultStream()
                .map(row -> new Active(
                        row.get(0, String.class), row.get(1, String.class), Pace.of(row.get(2, String.class))))
                .toList();
    }

    /** What there is to do; an open chunk has been waiting since its job began or was resumed. */
    static ImportMeters.Load load(KeycloakSession session) {
        long active = 0;
        long paused = 0;
        long oldest = Long.MAX_VALUE;
        List<Tuple> states = em(session)
                .createQuery(
                        "select e.state, count(e), min(coalesce(e.resumedAt, e.createdAt)) from CrmImport e"
                                + " where e.state in ('checking', 'running', 'paused') group by e.state",
                        Tuple.class)
                .getResultList();
        for (Tuple row : states) {
            long jobs = row.get(1, Long.class);
            if (ImportState.ACTIVE.contains(ImportState.of(row.get(0, String.class)))) {
                active += jobs;
                oldest = Math.min(oldest, row.get(2, Long.class));
            } else {
                paused += jobs;
            }
        }
        long lag = active == 0 ? 0 : Math.max(0, DatabaseClock.millis(session) - oldest);
        return new ImportMeters.Load(active, paused, lag);
    }

    private static EntityManager em(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
