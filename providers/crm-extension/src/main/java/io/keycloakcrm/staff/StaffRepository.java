package io.keycloakcrm.staff;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.authorization.fgap.evaluation.partial.PartialEvaluationStorageProvider;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keycloak.models.jpa.entities.UserRoleMappingEntity;

/** The staff index in the database. */
final class StaffRepository {

    private static final char ESCAPE = '\\';

    private final KeycloakSession session;
    private final EntityManager em;

    StaffRepository(KeycloakSession session) {
        this.session = session;
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** One page of a list: the entry of each member together with Keycloak's own row of the user. */
    record Found(List<Entry> entries, long total) {}

    record Entry(StaffEntity staff, UserEntity user) {}

    Optional<StaffEntity> find(String realmId, String userId) {
        return Optional.ofNullable(em.find(StaffEntity.class, userId))
                .filter(entry -> entry.realmId().equals(realmId));
    }

    /** Reads entry and user anew, the entry for this transaction alone: whoever changes the two has to write both. */
    void reread(StaffEntity entry) {
        em.flush(); // or what is not written yet would be lost
        em.refresh(entry, LockModeType.PESSIMISTIC_WRITE);
        Optional.ofNullable(em.find(UserEntity.class, entry.userId())).ifPresent(em::refresh);
    }

    StaffEntity add(StaffEntity entry) {
        em.persist(entry);
        return entry;
    }

    Optional<Entry> entry(String realmId, String userId) {
        return find(realmId, userId)
                .flatMap(staff ->
                        Optional.ofNullable(em.find(UserEntity.class, userId)).map(user -> new Entry(staff, user)));
    }

    void flush() {
        em.flush();
    }

    void recordLogin(String realmId, String userId, long atMillis) {
        em.createNamedQuery("StaffEntity.login")
                .setParameter("realmId", realmId)
                .setParameter("userId", userId)
                .setParameter("at", atMillis)
                .executeUpdate();
    }

    void deleteByRealm(String realmId) {
        em.createNamedQuery("StaffEntity.deleteByRealm")
                .setParameter("realmId", realmId)
                .executeUpdate();
    }

    void deleteByUser(String realmId, String userId) {
        em.createNamedQuery("StaffEntity.deleteByUser")
                .setParameter("realmId", realmId)
                .setParameter("userId", userId)
                .executeUpdate();
    }

    /**
     * Removes entries whose user is gone; a removed federation provider takes its users along without a word.
     *
     * @return how many
     */
    int deleteOrphans(String realmId) {
        return em.createNamedQuery("StaffEntity.deleteOrphans")
                .setParameter("realmId", realmId)
                .executeUpdate();
    }

    /** Ids of the members with that display name, width and case aside; at most three, enough to know it is not unique. */
    List<String> byName(String realmId, String name) {
        return em.createNamedQuery("StaffEntity.byName", String.class)
                .setParameter("realmId", realmId)
                .setParameter("name", SearchText.query(name))
                .setMaxResults(3)
                .getResultList();
    }

    /** Ids of people of the realm, clients' service accounts aside, who are no staff members yet. */
    List<String> notYetStaff(String realmId, String afterUserId, int max) {
        return em.createQuery(
                        "select u.id from UserEntity u where u.realmId = :realmId and u.id > :after"
                                + " and u.enabled = true and u.serviceAccountClientLink is null"
                                + " and not exists (select 1 from StaffEntity s where s.userId = u.id) order by u.id",
                        String.class)
                .setParameter("realmId", realmId)
                .setParameter("after", afterUserId)
                .setMaxResults(max)
                .getResultList();
    }

    /** Ids of users who are in the index or should be: with an employee number or a department. */
    List<String> indexable(String realmId, String afterUserId, int max) {
        return em.createQuery(
                        "select u.id from UserEntity u where u.realmId = :realmId and u.id > :after"
                                + " and (exists (select 1 from StaffEntity s where s.userId = u.id)"
                                + " or exists (select 1 from UserAttributeEntity a where a.user = u"
                                + " and a.name in ('employeeNumber', 'departmentId'))) order by u.id",
                        String.class)
                .setParameter("realmId", realmId)
                .setParameter("after", afterUserId)
                .setMaxResults(max)
                .getResultList();
    }

    Found search(RealmModel realm, StaffQuery wanted) {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        CriteriaQuery<Long> counting = cb.createQuery(Long.class);
        Root<StaffEntity> countedStaff = counting.from(StaffEntity.class);
        Root<UserEntity> countedUser = counting.from(UserEntity.class);
        counting.select(cb.count(countedStaff))
                .where(predicates(realm, wanted, cb, counting, countedStaff, countedUser));
        long total = em.createQuery(counting).getSingleResult();

        CriteriaQuery<Tuple> listing = cb.createTupleQuery();
        Root<StaffEntity> staff = listing.from(StaffEntity.class);
        Root<UserEntity> user = listing.from(UserEntity.class);
        listing.select(cb.tuple(staff, user))
                .where(predicates(realm, wanted, cb, listing, staff, user))
                .orderBy(order(wanted, cb, staff));
        List<Entry> entries = em.createQuery(listing)
                .setFirstResult(wanted.first())
                .setMaxResults(wanted.max())
                .getResultStream()
                .map(row -> new Entry(row.get(0, StaffEntity.class), row.get(1, UserEntity.class)))
                .toList();
        return new Found(entries, total);
    }

    private Predicate[] predicates(
            RealmModel realm,
            StaffQuery wanted,
            CriteriaBuilder cb,
            CriteriaQuery<?> query,
            Root<StaffEntity> staff,
            Root<UserEntity> user) {
        List<Predicate> all = new ArrayList<>();
        all.add(cb.equal(staff.get("realmId"), realm.getId()));
        all.add(cb.equal(user.get("realmId"), realm.getId()));
        all.add(cb.equal(user.get("id"), staff.get("userId")));
        wanted.words().forEach(word -> all.add(cb.like(staff.get("searchText"), "%" + escaped(word) + "%", ESCAPE)));
        equal(all, cb, staff.get("employeeNumber"), Optional.ofNullable(wanted.employeeNumber()));
        equal(all, cb, staff.get("position"), Optional.ofNullable(wanted.position()));
        equal(all, cb, staff.get("employmentStatus"), Optional.ofNullable(wanted.status()));
        Optional.ofNullable(wanted.departments()).ifPresent(ids -> all.add(inGroups(cb, query, staff, ids)));
        Optional.ofNullable(wanted.role()).ifPresent(id -> all.add(hasRole(cb, query, staff, id)));
        // Fine-grained permissions: the same filter that Keycloak puts on its own list of users.
        all.addAll(AdminPermissionsSchema.SCHEMA.applyAuthorizationFilters(
                session,
                AdminPermissionsSchema.USERS,
                (PartialEvaluationStorageProvider) session.getProvider(UserProvider.class, "jpa"),
                realm,
                cb,
                query,
                user));
        return all.toArray(Predicate[]::new);
    }

    private static void equal(
            List<Predicate> all, CriteriaBuilder cb, Expression<String> column, Optional<String> value) {
        value.ifPresent(wanted -> all.add(cb.equal(column, wanted)));
    }

    private static Predicate inGroups(
            CriteriaBuilder cb, CriteriaQuery<?> query, Root<StaffEntity> staff, Collection<String> groupIds) {
        if (groupIds.isEmpty()) {
            return cb.disjunction();
        }
        var members = query.subquery(String.class);
        var member = members.from(UserGroupMembershipEntity.class);
        members.select(member.get("user").get("id")).where(member.get("groupId").in(groupIds));
        return staff.get("userId").in(members);
    }

    private static Predicate hasRole(
            CriteriaBuilder cb, CriteriaQuery<?> query, Root<StaffEntity> staff, String roleId) {
        var holders = query.subquery(String.class);
        var holder = holders.from(UserRoleMappingEntity.class);
        holders.select(holder.get("user").get("id")).where(cb.equal(holder.get("roleId"), roleId));
        return staff.get("userId").in(holders);
    }

    private static List<Order> order(StaffQuery wanted, CriteriaBuilder cb, Root<StaffEntity> staff) {
        Expression<?> column = staff.get(wanted.sort().column);
        Expression<?> id = staff.get("userId");
        // The id last: without a total order a person could stand on two pages or on none.
        return Stream.of(column, id)
                .map(expression -> wanted.descending() ? cb.desc(expression) : cb.asc(expression))
                .toList();
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
