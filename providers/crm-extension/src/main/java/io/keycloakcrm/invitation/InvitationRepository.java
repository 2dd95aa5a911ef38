package io.keycloakcrm.invitation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * The invitations of one realm in the database. Each step is one conditional update of the row, so that of two that
 * cannot both be, the database lets one through and the other finds nothing to change.
 */
final class InvitationRepository {

    private final EntityManager em;
    private final String realmId;

    InvitationRepository(KeycloakSession session, String realmId) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    /** Writes now, so that another live invitation of the same person is noticed at once. */
    Invitation insert(InvitationEntity invitation) {
        em.persist(invitation);
        em.flush();
        em.detach(invitation);
        return invitation.toInvitation();
    }

    Optional<Invitation> find(String id) {
        return one("e.id = :value", id);
    }

    Optional<Invitation> liveOf(String userId) {
        return one("e.liveUserId = :value", userId);
    }

    /** All that a person ever had, the newest first. */
    List<Invitation> of(String userId) {
        return em
                .createQuery(
                        "select e from CrmInvitation e where e.realmId = :realm and e.userId = :user"
                                + " order by e.createdAt desc",
                        InvitationEntity.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getResultList()
                .stream()
                .peek(em::detach)
                .map(InvitationEntity::toInvitation)
                .toList();
    }

    private Optional<Invitation> one(String condition, String value) {
        return em
                .createQuery(
                        "select e from CrmInvitation e where e.realmId = :realm and " + condition,
                        InvitationEntity.class)
                .setParameter("realm", realmId)
                .setParameter("value", value)
                .getResultList()
                .stream()
                .peek(em::detach)
                .map(InvitationEntity::toInvitation)
                .findFirst();
    }

    boolean open(Edition edition, Invitee invitee, long now) {
        return step("e.state = 'opened', e.openedAt = :now", "'pending'", edition, invitee, now);
    }

    /** Locks nothing: who is let in here is asked again when he claims. */
    boolean isOpened(Edition edition, Invitee invitee, long now) {
        return find(edition.invitationId())
                .filter(found -> found.version() == edition.version())
                .filter(found -> found.userId().equals(invitee.userId()))
                .filter(found -> Objects.equals(found.address(), invitee.address()))
                .filter(found -> found.state() == InvitationState.OPENED)
                .filter(found -> found.moments().expiresAt().toEpochMilli() > now)
                .isPresent();
    }

    boolean claim(Edition edition, Invitee invitee, long now) {
        return step("e.state = 'claimed', e.claimedAt = :now", "'pending', 'opened'", edition, invitee, now);
    }

    boolean countSend(Edition edition, Invitee invitee, long now) {
        return step("e.sends = e.sends + 1", "'pending', 'opened'", edition, invitee, now);
    }

    /** What only an edition may do that is current, in time, and for the person with the address it was sent to. */
    private boolean step(String change, String from, Edition edition, Invitee invitee, long now) {
        @Nullable String address = invitee.address();
        Query update = em.createQuery("update CrmInvitation e set " + change + " where e.id = :id"
                        + " and e.realmId = :realm and e.userId = :user and e.version = :version"
                        + " and e.state in (" + from + ") and e.expiresAt > :now"
                        + (address == null ? " and e.address is null" : " and e.address = :address"))
                .setParameter("id", edition.invitationId())
                .setParameter("realm", realmId)
                .setParameter("user", invitee.userId())
                .setParameter("version", edition.version())
                .setParameter("now", now);
        return done(address == null ? update : update.setParameter("address", address));
    }

    boolean accept(String id, long now) {
        return done(em.createQuery("update CrmInvitation e set e.state = 'accepted', e.liveUserId = e.id,"
                        + " e.endedAt = :now where e.id = :id and e.realmId = :realm and e.state = 'claimed'")
                .setParameter("id", id)
                .setParameter("realm", realmId)
                .setParameter("now", now));
    }

    boolean revoke(String id, long now) {
        return done(em.createQuery("update CrmInvitation e set e.state = 'revoked', e.liveUserId = e.id,"
                        + " e.endedAt = :now"
                        + " where e.id = :id and e.realmId = :realm and e.state in ('pending', 'opened')")
                .setParameter("id", id)
                .setParameter("realm", realmId)
                .setParameter("now", now));
    }

    /** A new edition with a new life, even if nobody came in time. */
    boolean renew(Edition last, Invitee invitee, Inviter inviter, long now, long expiresAt) {
        return done(em.createQuery("update CrmInvitation e set e.version = e.version + 1, e.state = 'pending',"
                        + " e.delivery = 'none', e.liveUserId = e.userId, e.address = :address, e.openedAt = null,"
                        + " e.endedAt = null, e.expiresAt = :until, e.lifeMillis = :life,"
                        + " e.inviterRealmId = :inviterRealm, e.inviterId = :inviter,"
                        + " e.inviterClientId = :inviterClient where e.id = :id"
                        + " and e.realmId = :realm and e.userId = :user and e.version = :version"
                        + " and e.state in ('pending', 'opened', 'expired')")
                .setParameter("address", invitee.address())
                .setParameter("until", expiresAt)
                .setParameter("life", expiresAt - now)
                .setParameter("inviterRealm", inviter.realmId())
                .setParameter("inviter", inviter.userId())
                .setParameter("inviterClient", inviter.clientId())
                .setParameter("id", last.invitationId())
                .setParameter("realm", realmId)
                .setParameter("user", invitee.userId())
                .setParameter("version", last.version()));
    }

    boolean deliver(Edition edition, DeliveryState delivery) {
        return done(em.createQuery("update CrmInvitation e set e.delivery = :delivery"
                        + " where e.id = :id and e.realmId = :realm and e.version = :version")
                .setParameter("delivery", delivery.id())
                .setParameter("id", edition.invitationId())
                .setParameter("realm", realmId)
                .setParameter("version", edition.version()));
    }

    /** Ends the one of a person for whom nobody came in time. */
    boolean expireOf(String userId, long now) {
        return done(em.createQuery("update CrmInvitation e set e.state = 'expired', e.liveUserId = e.id,"
                        + " e.endedAt = :now where e.liveUserId = :user and e.realmId = :realm"
                        + " and e.state in ('pending', 'opened') and e.expiresAt <= :now")
                .setParameter("user", userId)
                .setParameter("realm", realmId)
                .setParameter("now", now));
    }

    void insert(CodeEntity code) {
        em.persist(code);
        em.flush();
        em.detach(code);
    }

    Optional<Edition> editionOf(Code code) {
        return em
                .createQuery(
                        "select c.invitationId, c.version from CrmInvitationCode c"
                                + " where c.hash = :hash and c.realmId = :realm",
                        Object[].class)
                .setParameter("hash", code.hash())
                .setParameter("realm", realmId)
                .getResultList()
                .stream()
                .map(row -> new Edition((String) row[0], (Integer) row[1]))
                .findFirst();
    }

    Optional<Channel> channelOf(Code code) {
        return em
                .createQuery(
                        "select c.channel from CrmInvitationCode c where c.hash = :hash and c.realmId = :realm",
                        String.class)
                .setParameter("hash", code.hash())
                .setParameter("realm", realmId)
                .getResultList()
                .stream()
                .map(Channel::of)
                .findFirst();
    }

    void deleteCodes(String invitationId) {
        em.createQuery("delete from CrmInvitationCode c where c.invitationId = :id and c.realmId = :realm")
                .setParameter("id", invitationId)
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    /**
     * Has whatever else would change the invitations of a person wait for the end of this transaction.
     *
     * @return how many there are
     */
    int hold(String userId) {
        return em.createQuery("update CrmInvitation e set e.version = e.version"
                        + " where e.realmId = :realm and e.userId = :user")
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** All invitations of a person. The places of his address go by themselves, or who is made anew could be flooded. */
    void removeUser(String userId) {
        for (String entity : List.of("CrmInvitationCode", "CrmInvitationStep")) {
            em.createQuery("delete from " + entity + " c where c.realmId = :realm and c.invitationId in"
                            + " (select e.id from CrmInvitation e where e.realmId = :realm and e.userId = :user)")
                    .setParameter("realm", realmId)
                    .setParameter("user", userId)
                    .executeUpdate();
        }
        em.createQuery("delete from CrmInvitation e where e.realmId = :realm and e.userId = :user")
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    void removeRealm() {
        for (String entity : List.of("CrmInvitationCode", "CrmInvitationStep", "CrmInvitationPlace", "CrmInvitation")) {
            em.createQuery("delete from " + entity + " e where e.realmId = :realm")
                    .setParameter("realm", realmId)
                    .executeUpdate();
        }
    }

    private static boolean done(Query update) {
        return update.executeUpdate() == 1;
    }
}
