package io.keycloakcrm.invitation;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What happened to the invitations of one realm, in the database. */
final class StepRepository {

    private final EntityManager em;
    private final String realmId;

    StepRepository(KeycloakSession session, String realmId) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    void add(Edition edition, InvitationStep.What what, long now) {
        em.persist(new StepEntity(realmId, edition, what, now));
    }

    /** In the order in which they happened; what fell into one moment, in the order in which it can have happened. */
    List<InvitationStep> of(String invitationId) {
        return em
                .createQuery(
                        "select s from CrmInvitationStep s where s.invitationId = :id and s.realmId = :realm",
                        StepEntity.class)
                .setParameter("id", invitationId)
                .setParameter("realm", realmId)
                .getResultList()
                .stream()
                .map(StepEntity::toStep)
                .sorted(Comparator.comparing(InvitationStep::at)
                        .thenComparing(InvitationStep::version)
                        .thenComparing(InvitationStep::what))
                .toList();
    }
}
