package io.keycloakcrm.access.token;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CacheRealmProvider;
import org.keycloak.models.cache.infinispan.RealmCacheSession;
import org.keycloak.models.cache.infinispan.entities.Revisioned;

/**
 * The entries of Keycloak's realm cache that something was read from, to ask later whether it would be read the same again; the
 * realm's own is always among them.
 */
final class RealmCacheEntries {

    private final String realmId;
    private final Map<String, Revisioned> entries;

    /** The cache's count of what it was told to forget, before all entries were last seen there. */
    private volatile long seenAt;

    private RealmCacheEntries(String realmId, Map<String, Revisioned> entries, long seenAt) {
        this.realmId = realmId;
        this.entries = Map.copyOf(entries);
        this.seenAt = seenAt;
    }

    /**
     * The entries as they are, if they cannot have been others when this session read them: each has been in the cache since before
     * the session began. A change of any would have given it a later revision (CacheManager.addRevisioned).
     *
     * @return empty where that is not certain, as for what the session itself has brought into the cache or is about to change
     */
    static Optional<RealmCacheEntries> settled(KeycloakSession session, RealmModel realm, Collection<String> ids) {
        if (!(session.getProvider(CacheRealmProvider.class) instanceof RealmCacheSession realms)) {
            return Optional.empty();
        }
        long now = realms.getCache().getCurrentCounter();
        Map<String, Revisioned> entries = new HashMap<>();
        for (String id : ids) {
            entries.put(id, entry(realms, id));
        }
        entries.put(realm.getId(), entry(realms, realm.getId()));
        return entries.values().stream()
                        .allMatch(entry -> entry != null && entry.getRevision() <= realms.getStartupRevision())
                ? Optional.of(new RealmCacheEntries(realm.getId(), entries, now))
                : Optional.empty();
    }

    /** Whether the cache still holds these very entries, and this session has changed none of them. */
    boolean areCurrent(KeycloakSession session) {
        return session.getProvider(CacheRealmProvider.class) instanceof RealmCacheSession realms
                && entries.keySet().stream().noneMatch(realms::isInvalid)
                && areHeld(realms);
    }

    /**
     * Each look-up passes Infinispan's interceptors and meters, and a token would need some dozens. All entries are there for as long
     * as the cache was told to forget nothing: it counts whenever it is (CacheManager.invalidateObject), save when it is emptied as a
     * whole, which makes it forget the realm.
     */
    private boolean areHeld(RealmCacheSession realms) {
        long now = realms.getCache().getCurrentCounter();
        if (now == seenAt) {
            return isHeld(realms, realmId);
        }
        if (!entries.keySet().stream().allMatch(id -> isHeld(realms, id))) {
            return false;
        }
        seenAt = now;
        return true;
    }

    private boolean isHeld(RealmCacheSession realms, String id) {
        return entry(realms, id) == entries.get(id);
    }

    private static @Nullable Revisioned entry(RealmCacheSession realms, String id) {
        return realms.isInvalid(id) ? null : realms.getCache().get(id, Revisioned.class);
    }
}
