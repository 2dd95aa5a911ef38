package io.keycloakcrm.staff;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Looks many user names and e-mail addresses up at once. */
final class KeyRepository {

    /** Some databases take no more than a thousand values in one list. */
    private static final int AT_ONCE = 500;

    private final EntityManager em;

    KeyRepository(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** User id by user name, for those that somebody has. */
    Map<String, String> byUsername(String realmId, Collection<String> usernames) {
        return find(
                "select u.username, u.id from UserEntity u where u.realmId = :realmId and u.username in (:keys)",
                realmId,
                usernames);
    }

    /** User id by e-mail address, for those that somebody has. */
    Map<String, String> byEmail(String realmId, Collection<String> emails) {
        return find(
                "select u.email, u.id from UserEntity u where u.realmId = :realmId and u.email in (:keys)",
                realmId,
                emails);
    }

    private Map<String, String> find(String query, String realmId, Collection<String> keys) {
        Map<String, String> found = new HashMap<>();
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            em.createQuery(query, Object[].class)
                    .setParameter("realmId", realmId)
                    .setParameter("keys", all.subList(from, Math.min(from + AT_ONCE, all.size())))
                    .getResultStream()
                    .forEach(row -> found.putIfAbsent((String) row[0], (String) row[1]));
        }
        return found;
    }
}
