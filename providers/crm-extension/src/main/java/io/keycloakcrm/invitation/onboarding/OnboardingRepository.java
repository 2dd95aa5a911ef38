package io.keycloakcrm.invitation.onboarding;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What people of one realm have done on their first days, in the database. */
final class OnboardingRepository {

    private static final List<String> ENTITIES = List.of("CrmOnboarding", "CrmTerms", "CrmGettingStarted");

    private final EntityManager em;
    private final String realmId;

    OnboardingRepository(KeycloakSession session, String realmId) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    Optional<OnboardingEntity> of(String invitationId) {
        return em
                .createQuery(
                        "select e from CrmOnboarding e where e.realmId = :realm and e.invitationId = :id",
                        OnboardingEntity.class)
                .setParameter("realm", realmId)
                .setParameter("id", invitationId)
                .getResultList()
                .stream()
                .peek(em::detach)
                .findFirst();
    }

    /** Makes the row of an invitation. */
    void insert(OnboardingEntity onboarding) {
        em.persist(onboarding);
        em.flush();
        em.detach(onboarding);
    }

    void claimed(String invitationId, String claimId) {
        em.createQuery("update CrmOnboarding e set e.claimId = :claim"
                        + " where e.realmId = :realm and e.invitationId = :id")
                .setParameter("claim", claimId)
                .setParameter("realm", realmId)
                .setParameter("id", invitationId)
                .executeUpdate();
    }

    /** The first time counts. */
    void welcomed(String invitationId, long now) {
        em.createQuery("update CrmOnboarding e set e.welcomedAt = :now"
                        + " where e.realmId = :realm and e.invitationId = :id and e.welcomedAt is null")
                .setParameter("now", now)
                .setParameter("realm", realmId)
                .setParameter("id", invitationId)
                .executeUpdate();
    }

    void started(String invitationId, long now) {
        em.createQuery("update CrmOnboarding e set e.startedAt = :now"
                        + " where e.realmId = :realm and e.invitationId = :id")
                .setParameter("now", now)
                .setParameter("realm", realmId)
                .setParameter("id", invitationId)
                .executeUpdate();
    }

    /** The newest first. */
    List<TermsEntity> terms(String userId) {
        return em.createQuery(
                        "select t from CrmTerms t where t.realmId = :realm and t.userId = :user"
                                + " order by t.acceptedAt desc",
                        TermsEntity.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getResultList();
    }

    List<GettingStartedEntity> gettingStarted(String userId) {
        return em.createQuery(
                        "select g from CrmGettingStarted g where g.realmId = :realm and g.userId = :user"
                                + " order by g.doneAt",
                        GettingStartedEntity.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getResultList();
    }

    void add(TermsEntity accepted) {
        em.persist(accepted);
    }

    void add(GettingStartedEntity done) {
        em.persist(done);
    }

    void remove(GettingStartedEntity notDone) {
        em.remove(notDone);
    }

    void removeUser(String userId) {
        for (String entity : ENTITIES) {
            em.createQuery("delete from " + entity + " e where e.realmId = :realm and e.userId = :user")
                    .setParameter("realm", realmId)
                    .setParameter("user", userId)
                    .executeUpdate();
        }
    }

    void removeRealm() {
        for (String entity : ENTITIES) {
            em.createQuery("delete from " + entity + " e where e.realmId = :realm")
                    .setParameter("realm", realmId)
                    .executeUpdate();
        }
    }
}
