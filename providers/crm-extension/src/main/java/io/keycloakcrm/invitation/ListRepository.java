package io.keycloakcrm.invitation;

import io.keycloakcrm.staff.PersonName;
import io.keycloakcrm.staff.StaffFilter;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserEntity;

/** Lists of invitations of one realm. */
final class ListRepository {

    static final Comparator<Invitation> BY_AGE = Comparator.<Invitation, Instant>comparing(
                    invitation -> invitation.moments().createdAt())
            .thenComparing(Invitation::id);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EntityManager em;

    ListRepository(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    List<InvitationDirectory.Listed> page(InvitationQuery wanted, long now) {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        CriteriaQuery<Tuple> query = cb.createTupleQuery();
        Root<InvitationEntity> invitation = query.from(InvitationEntity.class);
        Root<UserEntity> user = query.from(UserEntity.class);
        query.select(cb.tuple(invitation, user))
                .where(conditions(wanted, now, cb, query, invitation, user))
                .orderBy(cb.desc(invitation.get("createdAt")), cb.desc(invitation.get("id")));
        return em.createQuery(query).setFirstResult(wanted.first()).setMaxResults(wanted.max()).getResultList().stream()
                .map(row -> listed(row.get(0, InvitationEntity.class), row.get(1, UserEntity.class)))
                .toList();
    }

    private InvitationDirectory.Listed listed(InvitationEntity invitation, UserEntity user) {
        em.detach(invitation);
        return new InvitationDirectory.Listed(
                invitation.toInvitation(),
                PersonName.display(user.getFirstName(), user.getLastName(), user.getUsername()));
    }

    long count(InvitationQuery wanted, long now) {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        CriteriaQuery<Long> query = cb.createQuery(Long.class);
        Root<InvitationEntity> invitation = query.from(InvitationEntity.class);
        Root<UserEntity> user = query.from(UserEntity.class);
        query.select(cb.count(invitation)).where(conditions(wanted, now, cb, query, invitation, user));
        return em.createQuery(query).getSingleResult();
    }

    List<Invitation> ofUsers(Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return List.of();
        }
        return em
                .createQuery(
                        "select e from CrmInvitation e where e.realmId = :realm and e.userId in (:users)",
                        InvitationEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("users", userIds)
                .getResultList()
                .stream()
                .peek(em::detach)
                .map(InvitationEntity::toInvitation)
                .toList();
    }

    private Predicate[] conditions(
            InvitationQuery wanted,
            long now,
            CriteriaBuilder cb,
            CriteriaQuery<?> query,
            Root<InvitationEntity> invitation,
            Root<UserEntity> user) {
        List<Predicate> all = new ArrayList<>();
        all.add(cb.equal(invitation.get("realmId"), realm.getId()));
        all.add(cb.equal(user.get("id"), invitation.get("userId")));
        if (wanted.state() != null) {
            all.add(isIn(wanted.state(), now, cb, invitation));
        }
        if (wanted.delivery() != null) {
            all.add(cb.equal(invitation.get("delivery"), wanted.delivery().id()));
        }
        if (wanted.userId() != null) {
            all.add(cb.equal(invitation.get("userId"), wanted.userId()));
        }
        all.addAll(new StaffFilter(session, realm, wanted.search()).of(cb, query, user));
        return all.toArray(Predicate[]::new);
    }

    private static Predicate isIn(
            InvitationState state, long now, CriteriaBuilder cb, Root<InvitationEntity> invitation) {
        Predicate stored = cb.equal(invitation.get("state"), state.id());
        Predicate over = cb.le(invitation.<Long>get("expiresAt"), now);
        if (InvitationState.OPEN.contains(state)) {
            return cb.and(stored, cb.not(over));
        }
        Predicate unnoticed = cb.and(invitation.get("state").in("pending", "opened"), over);
        return state == InvitationState.EXPIRED ? cb.or(stored, unnoticed) : stored;
    }
}
