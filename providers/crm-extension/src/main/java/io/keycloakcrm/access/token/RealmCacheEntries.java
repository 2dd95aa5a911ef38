package io.keycloakcrm.access.token;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

    /**
     * The cache counts an invalidation a moment before it outdates the entry (CacheManager.bumpVersion), and in between may have to
     * wait for a lock, ten seconds at most. Who looks then finds what is no longer so under the count that stays.
     */
    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final String realmId;
    private final Map<String, Revisioned> entries;
    private volatile Sight sight;

    /**
     * That all entries were there.
     *
     * @param count what the cache had been told to forget by then
     * @param since when they were first seen with this count
     * @param rested whether they were seen with it again after {@link #REST_NANOS}
     */
    private record Sight(long count, long since, boolean rested) {

        static Sight first(long count) {
            return new Sight(count, System.nanoTime(), false);
        }

        Sight again(long countNow) {
            if (countNow != count) {
                return first(countNow);
            }
            return new Sight(count, since, System.nanoTime() - since >= REST_NANOS);
        }
    }

    private RealmCacheEntries(String realmId, Map<String, Revisioned> entries, long count) {
        this.realmId = realmId;
        this.entries = Map.copyOf(entries);
        this.sight = Sight.first(count);
    }

    /**
     * The entries as they are, if none can have changed since this session began to read: a change of any would have given it a later
     * revision (CacheManager.addRevisioned).
     *
     * @return empty where that is not certain, as for what the session itself is about to change
     */
    static Optional<RealmCacheEntries> settled(KeycloakSession session, RealmModel realm, Collection<String> ids) {
        if (!(session.getProvider(CacheRealmProvider.class) instanceof RealmCacheSession realms)) {
            return Optional.empty();
        }
        long count = realms.getCache().getCurrentCounter();
        Map<String, Revisioned> entries = new HashMap<>();
        for (String id : ids) {
            entries.put(id, entry(realms, id));
        }
        entries.put(realm.getId(), entry(realms, realm.getId()));
        return entries.values().stream()
                        .allMatch(entry -> entry != null && entry.getRevision() <= realms.getStartupRevision())
                ? Optional.of(new RealmCacheEntries(realm.getId(), entries, count))
                : Optional.empty();
    }

    /** Whether these very entries still hold, and this session has changed none of them. */
    boolean areCurrent(KeycloakSession session) {
        return session.getProvider(CacheRealmProvider.class) instanceof RealmCacheSession realms
                && entries.keySet().stream().noneMatch(realms::isInvalid)
                && areHeld(realms);
    }

    /**
     * Each look-up passes Infinispan's interceptors and meters, and a token would need some dozens. While the cache is told to forget
     * nothing, the entries hold: it counts whenever it is (CacheManager.invalidateObject), save when it is emptied as a whole, which
     * makes it forget the realm.
     */
    private boolean areHeld(RealmCacheSession realms) {
        Sight last = sight;
        long count = realms.getCache().getCurrentCounter();
        if (last.rested && last.count == count) {
            return isHeld(realms, realmId);
        }
        if (!entries.keySet().stream().allMatch(id -> isHeld(realms, id))) {
            return false;
        }
        sight = last.again(count);
        return true;
    }

    private boolean isHeld(RealmCacheSession realms, String id) {
        return entry(realms, id) == entries.get(id);
    }

    private static @Nullable Revisioned entry(RealmCacheSession realms, String id) {
        return realms.isInvalid(id) ? null : realms.getCache().get(id, Revisioned.class);
    }
}
