package io.keycloakcrm.invitation.sms;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What one realm has spent, by day and subject. */
final class QuotaRepository {

    private final EntityManager em;
    private final String realmId;

    QuotaRepository(KeycloakSession session, String realmId) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    List<String> known(Collection<String> subjects, long day) {
        return em.createQuery(
                        "select q.subject from CrmPhoneQuota q"
                                + " where q.realmId = :realm and q.subject in (:subjects) and q.day = :day",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("subjects", subjects)
                .setParameter("day", day)
                .getResultList();
    }

    void insert(QuotaEntity quota) {
        em.persist(quota);
        em.flush();
        em.detach(quota);
    }

    boolean spend(String subject, long day, int most) {
        return em.createQuery(
                                "update CrmPhoneQuota q set q.spent = q.spent + 1"
                                        + " where q.realmId = :realm and q.subject = :subject and q.day = :day and q.spent < :most")
                        .setParameter("realm", realmId)
                        .setParameter("subject", subject)
                        .setParameter("day", day)
                        .setParameter("most", most)
                        .executeUpdate()
                == 1;
    }

    void removeBefore(long day) {
        em.createQuery("delete from CrmPhoneQuota q where q.realmId = :realm and q.day < :day")
                .setParameter("realm", realmId)
                .setParameter("day", day)
                .executeUpdate();
    }

    void removeRealm() {
        em.createQuery("delete from CrmPhoneQuota q where q.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
