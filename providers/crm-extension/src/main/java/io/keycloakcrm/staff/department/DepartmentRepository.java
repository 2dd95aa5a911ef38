package io.keycloakcrm.staff.department;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Departments in the database: one query for the whole tree, head counts, and the departments to refresh. */
final class DepartmentRepository {

    private final EntityManager em;

    DepartmentRepository(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** One query instead of a walk over cached groups, which would load each group of a large company by itself. */
    DepartmentTree tree(String realmId, String rootId) {
        Stream<DepartmentTree.Node> groups = em.createQuery(
                        "select g.id, g.name, g.parentId from GroupEntity g where g.realm = :realmId and g.type = 0",
                        Object[].class)
                .setParameter("realmId", realmId)
                .getResultStream()
                .map(row -> new DepartmentTree.Node((String) row[0], (String) row[1], (String) row[2]));
        return new DepartmentTree(rootId, groups);
    }

    /** Ids of the groups that name the user as head. */
    List<String> headedBy(String realmId, String userId) {
        return em.createQuery(
                        "select g.id from GroupAttributeEntity a join a.group g where g.realm = :realmId"
                                + " and a.name = :head and a.value = :userId order by g.id",
                        String.class)
                .setParameter("realmId", realmId)
                .setParameter("head", Departments.HEAD)
                .setParameter("userId", userId)
                .getResultList();
    }

    /** Members by primary department. */
    Map<String, Long> headCounts(String realmId) {
        Map<String, Long> counts = new HashMap<>();
        em.createNamedQuery("StaffEntity.countByDepartment", Object[].class)
                .setParameter("realmId", realmId)
                .getResultStream()
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    /**
     * The next people who belong to one of the departments, as primary or secondary, in the order of their ids. All of
     * them, whoever asks: Keycloak's own list leaves out whom the caller may not view.
     */
    List<String> groupMembers(String realmId, List<String> departmentIds, String afterUserId, int max) {
        return em.createQuery(
                        "select distinct m.user.id from UserGroupMembershipEntity m where m.user.realmId = :realmId"
                                + " and m.groupId in (:ids) and m.user.id > :after order by m.user.id",
                        String.class)
                .setParameter("realmId", realmId)
                .setParameter("ids", departmentIds)
                .setParameter("after", afterUserId)
                .setMaxResults(max)
                .getResultList();
    }

    /** The next members of the departments, in the order of their ids. */
    List<String> members(String realmId, List<String> departmentIds, String afterUserId, int max) {
        return em.createNamedQuery("StaffEntity.inDepartments", String.class)
                .setParameter("realmId", realmId)
                .setParameter("departments", departmentIds)
                .setParameter("after", afterUserId)
                .setMaxResults(max)
                .getResultList();
    }

    void requestRefresh(String realmId, String departmentId) {
        @Nullable DepartmentRefreshEntity pending = lock(departmentId).orElse(null);
        if (pending == null) {
            em.persist(new DepartmentRefreshEntity(realmId, departmentId));
        } else {
            pending.lastUserId = "";
        }
    }

    /** Department and realm ids of what is to be refreshed, of all realms. */
    Map<String, String> refreshes(int max) {
        Map<String, String> realmByDepartment = new HashMap<>();
        em.createNamedQuery("DepartmentRefreshEntity.ids", Object[].class)
                .setMaxResults(max)
                .getResultStream()
                .forEach(row -> realmByDepartment.put((String) row[0], (String) row[1]));
        return realmByDepartment;
    }

    /** Locks the request against other nodes for the rest of the transaction. */
    Optional<DepartmentRefreshEntity> lock(String departmentId) {
        return Optional.ofNullable(
                em.find(DepartmentRefreshEntity.class, departmentId, LockModeType.PESSIMISTIC_WRITE));
    }

    void remove(DepartmentRefreshEntity refresh) {
        em.remove(refresh);
    }

    void deleteByRealm(String realmId) {
        em.createNamedQuery("DepartmentRefreshEntity.deleteByRealm")
                .setParameter("realmId", realmId)
                .executeUpdate();
    }
}
