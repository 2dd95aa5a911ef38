package io.keycloakcrm.imports.job;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The jobs of all realms that have work, in the order in which a worker should look at them. */
final class ActiveJobRepository {

    private ActiveJobRepository() {}

    /** A job and its realm. */
    record Ref(String realmId, String id) {}

    /**
     * Realms take turns, beginning after {@code lastRealm}, so that a large import in one does not keep another
     * waiting; within a realm the oldest job comes first.
     */
    static List<Ref> inTurn(KeycloakSession session, String lastRealm) {
        EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        List<Ref> all = em.createQuery(
                        "select e.realmId, e.id from CrmImport e where e.state in ('checking', 'running')"
                                + " order by e.realmId, e.createdAt",
                        Object[].class)
                .getResultStream()
                .map(row -> new Ref((String) row[0], (String) row[1]))
                .toList();
        return Stream.concat(
                        all.stream().filter(job -> job.realmId().compareTo(lastRealm) > 0),
                        all.stream().filter(job -> job.realmId().compareTo(lastRealm) <= 0))
                .toList();
    }
}
