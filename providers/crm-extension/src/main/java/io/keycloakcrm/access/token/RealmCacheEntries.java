package io.keycloakcrm.access.token;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.cache.CacheRealmProvider;
import org.keycloak.models.cache.infinispan.RealmCacheSession;
import org.keycloak.models.cache.infinispan.entities.Revisioned;

/** The entries of Keycloak's realm cache that something was read from, to ask later whether it would be read the same again. */
record RealmCacheEntries(Map<String, Revisioned> entries) {

    RealmCacheEntries {
        entries = Map.copyOf(entries);
    }

    /**
     * The entries as they are, if they cannot have been others when this session read them: each has been in the cache since before
     * the session began. A change of any would have given it a later revision (CacheManager.addRevisioned).
     *
     * @return empty where that is not certain, as for what the session itself has brought into the cache or is about to change
     */
    static Optional<RealmCacheEntries> settled(KeycloakSession session, Collection<String> ids) {
        if (!(session.getProvider(CacheRealmProvider.class) instanceof RealmCacheSession realms)) {
            return Optional.empty();
        }
        Map<String, Revisioned> entries = new HashMap<>();
        for (String id : ids) {
            @Nullable Revisioned entry = entry(realms, id);
            if (entry == null || entry.getRevision() > realms.getStartupRevision()) {
                return Optional.empty();
            }
            entries.put(id, entry);
        }
        return Optional.of(new RealmCacheEntries(entries));
    }

    /** Whether the cache still holds these very entries, and this session has changed none of them. */
    boolean areCurrent(KeycloakSession session) {
        return session.getProvider(CacheRealmProvider.class) instanceof RealmCacheSession realms
                && entries.entrySet().stream().allMatch(entry -> entry(realms, entry.getKey()) == entry.getValue());
    }

    private static @Nullable Revisioned entry(RealmCacheSession realms, String id) {
        return realms.isInvalid(id) ? null : realms.getCache().get(id, Revisioned.class);
    }
}
