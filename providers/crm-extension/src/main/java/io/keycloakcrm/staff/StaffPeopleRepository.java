package io.keycloakcrm.staff;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.UserAttributeEntity;

/** What Keycloak knows of several users at once; for lists, which must not ask for each by itself. */
final class StaffPeopleRepository {

    private final EntityManager em;

    StaffPeopleRepository(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** First value of each attribute, by user id and name. */
    Map<String, Map<String, String>> attributes(String realmId, Collection<String> userIds, Set<String> names) {
        Map<String, Map<String, String>> byUser = new HashMap<>();
        if (userIds.isEmpty()) {
            return byUser;
        }
        em.createQuery(
                        "select a.user.id, a.name, a.value from UserAttributeEntity a where a.user.realmId = :realmId"
                                + " and a.user.id in (:ids) and a.name in (:names) and a.value is not null order by a.id",
                        Object[].class)
                .setParameter("realmId", realmId)
                .setParameter("ids", userIds)
                .setParameter("names", names)
                .getResultStream()
                .forEach(row -> byUser.computeIfAbsent((String) row[0], id -> new HashMap<>())
                        .putIfAbsent((String) row[1], (String) row[2]));
        return byUser;
    }

    /** All values of one user's attributes, long ones too. */
    Map<String, List<String>> allValues(String realmId, String userId, Set<String> names) {
        Map<String, List<String>> values = new TreeMap<>();
        if (names.isEmpty()) {
            return values;
        }
        em.createQuery(
                        "select a from UserAttributeEntity a where a.user.realmId = :realmId and a.user.id = :id"
                                + " and a.name in (:names) order by a.id",
                        UserAttributeEntity.class)
                .setParameter("realmId", realmId)
                .setParameter("id", userId)
                .setParameter("names", names)
                .getResultStream()
                .filter(attribute -> attribute.getValue() != null)
                .forEach(attribute -> values.computeIfAbsent(attribute.getName(), name -> new ArrayList<>())
                        .add(attribute.getValue()));
        return values;
    }

    /** Ids of the groups, by user id. */
    Map<String, List<String>> groups(String realmId, Collection<String> userIds) {
        Map<String, List<String>> byUser = new HashMap<>();
        if (userIds.isEmpty()) {
            return byUser;
        }
        em.createQuery(
                        "select m.user.id, m.groupId from UserGroupMembershipEntity m"
                                + " where m.user.realmId = :realmId and m.user.id in (:ids)",
                        Object[].class)
                .setParameter("realmId", realmId)
                .setParameter("ids", userIds)
                .getResultStream()
                .forEach(row -> byUser.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                        .add((String) row[1]));
        return byUser;
    }

    Map<String, String> displayNames(String realmId, Collection<String> userIds) {
        Map<String, String> names = new HashMap<>();
        if (userIds.isEmpty()) {
            return names;
        }
        em.createQuery(
                        "select u.id, u.firstName, u.lastName, u.username from UserEntity u"
                                + " where u.realmId = :realmId and u.id in (:ids)",
                        Object[].class)
                .setParameter("realmId", realmId)
                .setParameter("ids", userIds)
                .getResultStream()
                .forEach(row -> names.put(
                        (String) row[0], PersonName.display((String) row[1], (String) row[2], (String) row[3])));
        return names;
    }
}
