package io.keycloakcrm.invitation;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What time does to the invitations of all realms. */
final class SweepRepository {

    private final EntityManager em;

    SweepRepository(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** An edition of a realm. */
    record Due(String realmId, String userId, Edition edition) {}

    /** For whom nobody has come in time and nobody has noticed. */
    List<Due> overdue(long now, int max) {
        return em
                .createQuery(
                        "select e.realmId, e.userId, e.id, e.version from CrmInvitation e"
                                + " where e.state in ('pending', 'opened') and e.expiresAt <= :now order by e.expiresAt",
                        Object[].class)
                .setParameter("now", now)
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(SweepRepository::toDue)
                .toList();
    }

    /** Realms in which somebody may have to be reminded. */
    List<String> realmsWithOpen(long now) {
        return em.createQuery(
                        "select distinct e.realmId from CrmInvitation e where e.state in ('pending', 'opened')"
                                + " and e.expiresAt > :now and e.remindedVersion < e.version",
                        String.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** Of a realm, whose time is over in {@code before} milliseconds or less, but was longer, and who was not reminded. */
    List<Due> remindable(String realmId, long now, long before, int max) {
        return em
                .createQuery(
                        "select e.realmId, e.userId, e.id, e.version from CrmInvitation e where e.realmId = :realm"
                                + " and e.state in ('pending', 'opened') and e.delivery = 'sent' and e.expiresAt > :now"
                                + " and e.expiresAt <= :until and e.lifeMillis > :before and e.remindedVersion < e.version"
                                + " order by e.expiresAt",
                        Object[].class)
                .setParameter("realm", realmId)
                .setParameter("now", now)
                .setParameter("until", now + before)
                .setParameter("before", before)
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(SweepRepository::toDue)
                .toList();
    }

    boolean expire(Due due, long now) {
        return em.createQuery("update CrmInvitation e set e.state = 'expired', e.liveUserId = e.id, e.endedAt = :now"
                                + " where e.id = :id and e.realmId = :realm and e.version = :version"
                                + " and e.state in ('pending', 'opened') and e.expiresAt <= :now")
                        .setParameter("now", now)
                        .setParameter("id", due.edition().invitationId())
                        .setParameter("realm", due.realmId())
                        .setParameter("version", due.edition().version())
                        .executeUpdate()
                == 1;
    }

    boolean remind(Due due) {
        return em.createQuery("update CrmInvitation e set e.remindedVersion = e.version where e.id = :id"
                                + " and e.realmId = :realm and e.version = :version and e.remindedVersion < e.version"
                                + " and e.state in ('pending', 'opened')")
                        .setParameter("id", due.edition().invitationId())
                        .setParameter("realm", due.realmId())
                        .setParameter("version", due.edition().version())
                        .executeUpdate()
                == 1;
    }

    /** Answers how many. */
    int forgetPlaces(long before) {
        return em.createQuery("delete from CrmInvitationPlace p where p.takenAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    private static Due toDue(Object[] row) {
        return new Due((String) row[0], (String) row[1], new Edition((String) row[2], (Integer) row[3]));
    }
}
