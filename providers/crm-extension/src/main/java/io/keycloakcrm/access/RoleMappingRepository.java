package io.keycloakcrm.access;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Directly granted roles of several users at once. */
final class RoleMappingRepository {

    private final EntityManager em;

    RoleMappingRepository(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * Names of the granted roles by user id.
     *
     * @param names the roles of interest, name by id
     */
    Map<String, List<String>> roles(String realmId, Collection<String> userIds, Map<String, String> names) {
        Map<String, List<String>> byUser = new HashMap<>();
        userIds.forEach(id -> byUser.put(id, new ArrayList<>()));
        if (userIds.isEmpty() || names.isEmpty()) {
            return byUser;
        }
        em.createQuery(
                        "select m.user.id, m.roleId from UserRoleMappingEntity m"
                                + " where m.user.realmId = :realmId and m.user.id in (:users) and m.roleId in (:roles)",
                        Object[].class)
                .setParameter("realmId", realmId)
                .setParameter("users", userIds)
                .setParameter("roles", names.keySet())
                .getResultStream()
                .forEach(row -> byUser.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                        .add(names.getOrDefault((String) row[1], "")));
        byUser.values().forEach(roles -> roles.sort(null));
        return byUser;
    }
}
