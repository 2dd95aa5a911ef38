package io.keycloakcrm.invitation;

import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The places of addresses of one realm in the database. */
final class PlaceRepository {

    private final EntityManager em;
    private final String realmId;

    PlaceRepository(KeycloakSession session, String realmId) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    /**
     * Takes a place that was never taken, or not since {@code before}.
     *
     * @throws org.keycloak.models.ModelDuplicateException if it is taken for the first time by another transaction
     *     meanwhile; the present one can only be rolled back
     */
    boolean take(String addressHash, int place, long before, long now) {
        int taken = em.createQuery("update CrmInvitationPlace p set p.takenAt = :now where p.realmId = :realm"
                        + " and p.addressHash = :hash and p.place = :place and p.takenAt <= :before")
                .setParameter("now", now)
                .setParameter("realm", realmId)
                .setParameter("hash", addressHash)
                .setParameter("place", place)
                .setParameter("before", before)
                .executeUpdate();
        return taken == 1 || takeFirst(new PlaceEntity.Key(realmId, addressHash, place), now);
    }

    private boolean takeFirst(PlaceEntity.Key key, long now) {
        long known = em.createQuery(
                        "select count(p) from CrmInvitationPlace p where p.realmId = :realm"
                                + " and p.addressHash = :hash and p.place = :place",
                        Long.class)
                .setParameter("realm", realmId)
                .setParameter("hash", key.addressHash())
                .setParameter("place", key.place())
                .getSingleResult();
        if (known > 0) {
            return false;
        }
        var place = new PlaceEntity(key, now);
        em.persist(place);
        em.flush();
        em.detach(place);
        return true;
    }
}
