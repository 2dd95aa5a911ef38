package io.keycloakcrm.outbox;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.LockMode;
import org.hibernate.query.SelectionQuery;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The outbox of one realm in the database. Every step of a parcel is one conditional update. */
final class OutboxRepository {

    /** What every database takes in a list. */
    private static final int IN_AT_MOST = 500;

    private final EntityManager em;
    private final String realmId;

    OutboxRepository(KeycloakSession session, String realmId) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    /** Those of the keys that are or were there. */
    Set<String> known(Collection<String> keys) {
        List<String> all = new ArrayList<>(keys);
        Set<String> known = new HashSet<>();
        for (int from = 0; from < all.size(); from += IN_AT_MOST) {
            known.addAll(em.createQuery(
                            "select e.key from CrmOutbox e where e.realmId = :realm and e.key in (:keys)", String.class)
                    .setParameter("realm", realmId)
                    .setParameter("keys", all.subList(from, Math.min(from + IN_AT_MOST, all.size())))
                    .getResultList());
        }
        return known;
    }

    boolean withdraw(String key, long now) {
        return em.createQuery("update CrmOutbox e set e.state = 'withdrawn', e.endedAt = :now"
                                + " where e.realmId = :realm and e.key = :key and e.state in ('waiting', 'claimed')")
                        .setParameter("now", now)
                        .setParameter("realm", realmId)
                        .setParameter("key", key)
                        .executeUpdate()
                == 1;
    }

    /**
     * Claims what is due, the longest waiting first. Skipping locked rows only keeps nodes from waiting for each other
     * where the database can do it; what decides is the conditional update.
     */
    List<Claimed> claim(String kind, Lease lease, int max) {
        TypedQuery<OutboxEntity> due = em.createQuery(
                        "select e from CrmOutbox e where e.state = 'waiting' and e.realmId = :realm"
                                + " and e.kind = :kind and e.dueAt <= :now order by e.dueAt, e.id",
                        OutboxEntity.class)
                .setParameter("realm", realmId)
                .setParameter("kind", kind)
                .setParameter("now", lease.now())
                .setMaxResults(max)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE);
        due.unwrap(SelectionQuery.class).setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED);
        List<OutboxEntity> found = due.getResultList();
        if (found.isEmpty()) {
            return List.of();
        }
        List<Claimed> wanted =
                found.stream().map(entity -> entity.claimedAs(lease.claimId())).toList();
        found.forEach(em::detach);
        Set<String> won = win(wanted.stream().map(Claimed::id).toList(), lease);
        return wanted.stream().filter(parcel -> won.contains(parcel.id())).toList();
    }

    private Set<String> win(List<String> ids, Lease lease) {
        em.createQuery("update CrmOutbox e set e.state = 'claimed', e.claimId = :claim, e.leaseUntil = :until"
                        + " where e.id in (:ids) and e.realmId = :realm and e.state = 'waiting'")
                .setParameter("claim", lease.claimId())
                .setParameter("until", lease.until())
                .setParameter("ids", ids)
                .setParameter("realm", realmId)
                .executeUpdate();
        return new HashSet<>(em.createQuery(
                        "select e.id from CrmOutbox e where e.id in (:ids) and e.realmId = :realm"
                                + " and e.claimId = :claim and e.state = 'claimed'",
                        String.class)
                .setParameter("ids", ids)
                .setParameter("realm", realmId)
                .setParameter("claim", lease.claimId())
                .getResultList());
    }

    /** From here on the parcel may be out: nobody claims it again, whatever happens to this node. */
    boolean begin(Claimed parcel, long until) {
        return one(
                fenced("e.state = 'sending', e.attempts = e.attempts + 1, e.leaseUntil = :until", "'claimed'", parcel)
                        .setParameter("until", until));
    }

    /**
     * Sent, or nothing to send. A node that comes late says what is true, for nobody else has tried: until it speaks,
     * the parcel counts as uncertain.
     */
    boolean end(Claimed parcel, String state, long now) {
        return one(
                fenced("e.state = :state, e.reason = null, e.reply = 0, e.endedAt = :now", "'sending', 'dead'", parcel)
                        .setParameter("state", state)
                        .setParameter("now", now));
    }

    /** Not sent, and not to be tried again. */
    boolean bury(Claimed parcel, Undelivered why, long now) {
        return one(
                fenced("e.state = 'dead', e.reason = :reason, e.reply = :reply, e.endedAt = :now", "'sending'", parcel)
                        .setParameter("reason", why.code())
                        .setParameter("reply", why.reply())
                        .setParameter("now", now));
    }

    /** Not sent, to be tried again. */
    boolean postpone(Claimed parcel, Undelivered why, long dueAt) {
        return one(
                fenced("e.state = 'waiting', e.reason = :reason, e.reply = :reply, e.dueAt = :due", "'sending'", parcel)
                        .setParameter("reason", why.code())
                        .setParameter("reply", why.reply())
                        .setParameter("due", dueAt));
    }

    /** Gives back what was not begun, as if it had not been claimed. */
    boolean release(Claimed parcel) {
        return one(fenced("e.state = 'waiting'", "'claimed'", parcel));
    }

    /** A reason and how often it was one. */
    record Dead(String kind, String code, long number, Instant latest) {}

    List<Dead> dead() {
        return em.createQuery(
                        "select e.kind, e.reason, count(e), max(e.endedAt) from CrmOutbox e"
                                + " where e.realmId = :realm and e.state = 'dead'"
                                + " group by e.kind, e.reason order by e.kind, e.reason",
                        Tuple.class)
                .setParameter("realm", realmId)
                .getResultStream()
                .map(row -> new Dead(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, Long.class),
                        Instant.ofEpochMilli(row.get(3, Long.class))))
                .toList();
    }

    private Query fenced(String change, String from, Claimed parcel) {
        return em.createQuery("update CrmOutbox e set " + change + " where e.id = :id and e.realmId = :realm"
                        + " and e.claimId = :claim and e.state in (" + from + ")")
                .setParameter("id", parcel.id())
                .setParameter("realm", realmId)
                .setParameter("claim", parcel.claimId());
    }

    private static boolean one(Query update) {
        return update.executeUpdate() == 1;
    }
}
