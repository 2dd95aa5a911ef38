package io.keycloakcrm.invitation.sms;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The codes of one realm in the database; each step is one conditional update, so that of many at once few get through. */
final class PhoneCodeRepository {

    private final EntityManager em;
    private final String realmId;

    PhoneCodeRepository(KeycloakSession session, String realmId) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    Optional<PhoneCodeEntity> of(String userId) {
        return one("e.userId = :value", userId);
    }

    Optional<PhoneCodeEntity> byRequest(String requestId) {
        return one("e.requestId = :value", requestId);
    }

    private Optional<PhoneCodeEntity> one(String condition, String value) {
        return em
                .createQuery(
                        "select e from CrmPhoneCode e where e.realmId = :realm and " + condition, PhoneCodeEntity.class)
                .setParameter("realm", realmId)
                .setParameter("value", value)
                .getResultList()
                .stream()
                .peek(em::detach)
                .findFirst();
    }

    void insert(PhoneCodeEntity code) {
        em.persist(code);
        em.flush();
        em.detach(code);
    }

    /** Whatever code there was is dead from here on. */
    boolean ask(String userId, String requestId, String numberHash, long now, long notSince) {
        return done(em.createQuery("update CrmPhoneCode e set e.requestId = :request, e.state = 'asked',"
                        + " e.numberHash = :number, e.salt = null, e.codeHash = null, e.tries = 0, e.askedAt = :now,"
                        + " e.expiresAt = :now where e.userId = :user and e.realmId = :realm and e.askedAt <= :since")
                .setParameter("request", requestId)
                .setParameter("number", numberHash)
                .setParameter("now", now)
                .setParameter("since", notSince)
                .setParameter("user", userId)
                .setParameter("realm", realmId));
    }

    boolean store(String requestId, PhoneCode code, long expiresAt) {
        return done(em.createQuery("update CrmPhoneCode e set e.state = 'asked', e.salt = :salt,"
                        + " e.codeHash = :hash, e.tries = 0, e.expiresAt = :until"
                        + " where e.requestId = :request and e.realmId = :realm and e.state = 'asked'")
                .setParameter("salt", code.salt())
                .setParameter("hash", code.hash())
                .setParameter("until", expiresAt)
                .setParameter("request", requestId)
                .setParameter("realm", realmId));
    }

    boolean settle(String requestId, PhoneCodeState state) {
        return done(em.createQuery("update CrmPhoneCode e set e.state = :state"
                        + " where e.requestId = :request and e.realmId = :realm and e.state in ('asked', 'failed')")
                .setParameter("state", state.id())
                .setParameter("request", requestId)
                .setParameter("realm", realmId));
    }

    /** Before anything is compared, so that many at once have no more tries than one after the other. */
    boolean countTry(String userId, int most, long now) {
        return done(em.createQuery("update CrmPhoneCode e set e.tries = e.tries + 1"
                        + " where e.userId = :user and e.realmId = :realm and e.tries < :most and e.expiresAt > :now"
                        + " and e.codeHash is not null and e.state in ('asked', 'sent', 'failed')")
                .setParameter("user", userId)
                .setParameter("realm", realmId)
                .setParameter("most", most)
                .setParameter("now", now));
    }

    boolean use(String requestId) {
        return done(em.createQuery("update CrmPhoneCode e set e.state = 'used', e.salt = null, e.codeHash = null"
                        + " where e.requestId = :request and e.realmId = :realm and e.codeHash is not null")
                .setParameter("request", requestId)
                .setParameter("realm", realmId));
    }

    void removeUser(String userId) {
        em.createQuery("delete from CrmPhoneCode e where e.userId = :user and e.realmId = :realm")
                .setParameter("user", userId)
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    void removeRealm() {
        em.createQuery("delete from CrmPhoneCode e where e.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private static boolean done(Query update) {
        return update.executeUpdate() == 1;
    }
}
