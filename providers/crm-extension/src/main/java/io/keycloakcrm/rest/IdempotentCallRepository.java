package io.keycloakcrm.rest;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Creating calls of the last day in the database. */
final class IdempotentCallRepository {

    private final EntityManager em;

    IdempotentCallRepository(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    Optional<IdempotentCallEntity> find(IdempotentCallEntity.Key id) {
        return Optional.ofNullable(em.find(IdempotentCallEntity.class, id));
    }

    /** Writes now, so that a call of the same key that runs beside this one is noticed by this one. */
    void add(IdempotentCallEntity call) {
        em.persist(call);
        em.flush();
    }

    void deleteOlder(String realmId, long beforeMillis) {
        em.createNamedQuery("IdempotentCallEntity.deleteOlder")
                .setParameter("realmId", realmId)
                .setParameter("before", beforeMillis)
                .executeUpdate();
    }

    void deleteByRealm(String realmId) {
        em.createNamedQuery("IdempotentCallEntity.deleteByRealm")
                .setParameter("realmId", realmId)
                .executeUpdate();
    }
}
