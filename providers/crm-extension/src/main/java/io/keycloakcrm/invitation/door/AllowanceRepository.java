package io.keycloakcrm.invitation.door;

import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The buckets of one realm. What is known of one is the moment at which it will be full again. */
final class AllowanceRepository {

    private final EntityManager em;
    private final String realmId;

    AllowanceRepository(KeycloakSession session, String realmId) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    /**
     * Takes one out, by one conditional update.
     *
     * @throws org.keycloak.models.ModelDuplicateException if it was full, and somebody else takes the first one just now
     */
    boolean take(String id, Allowance.Bucket bucket, long now) {
        int taken = em.createQuery("update CrmInvitationAllowance a set a.fullAt ="
                        + " (case when a.fullAt > :now then a.fullAt else :now end) + :one"
                        + " where a.id = :id and a.realmId = :realm and a.fullAt <= :latest")
                .setParameter("now", now)
                .setParameter("one", bucket.millisOfOne())
                .setParameter("id", id)
                .setParameter("realm", realmId)
                .setParameter("latest", bucket.latestFull(now))
                .executeUpdate();
        if (taken == 1) {
            return true;
        }
        if (isKnown(id)) {
            return false;
        }
        removeFull(now);
        em.persist(new AllowanceEntity(id, realmId, now + bucket.millisOfOne()));
        em.flush();
        return true;
    }

    private boolean isKnown(String id) {
        return em.createQuery(
                                "select count(a) from CrmInvitationAllowance a where a.id = :id and a.realmId = :realm",
                                Long.class)
                        .setParameter("id", id)
                        .setParameter("realm", realmId)
                        .getSingleResult()
                > 0;
    }

    /** A full one is as good as none. */
    private void removeFull(long now) {
        em.createQuery("delete from CrmInvitationAllowance a where a.realmId = :realm and a.fullAt < :now")
                .setParameter("realm", realmId)
                .setParameter("now", now)
                .executeUpdate();
    }

    void removeRealm() {
        em.createQuery("delete from CrmInvitationAllowance a where a.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
