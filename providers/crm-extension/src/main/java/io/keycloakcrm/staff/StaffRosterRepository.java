package io.keycloakcrm.staff;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The people of the staff index who have not left, without the accounts of applications. */
final class StaffRosterRepository {

    private static final String PRESENT = " from StaffEntity s where s.realmId = :realmId"
            + " and (s.employmentStatus is null or s.employmentStatus <> 'left')"
            + " and exists (select 1 from UserEntity u where u.id = s.userId and u.serviceAccountClientLink is null)";

    private final EntityManager em;

    StaffRosterRepository(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    long count(String realmId) {
        return query("select count(s)" + PRESENT, Long.class, realmId).getSingleResult();
    }

    List<String> page(String realmId, String afterUserId, int max) {
        return query("select s.userId" + PRESENT + " and s.userId > :after order by s.userId", String.class, realmId)
                .setParameter("after", afterUserId)
                .setMaxResults(max)
                .getResultList();
    }

    private <T> TypedQuery<T> query(String jpql, Class<T> type, String realmId) {
        return em.createQuery(jpql, type).setParameter("realmId", realmId);
    }
}
