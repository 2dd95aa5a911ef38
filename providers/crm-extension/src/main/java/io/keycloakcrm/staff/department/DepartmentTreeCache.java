package io.keycloakcrm.staff.department;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CacheRealmProvider;
import org.keycloak.models.cache.infinispan.RealmCacheSession;

/**
 * Keeps the tree of a realm in Keycloak's own realm cache, the way core keeps identity providers there. So it is Keycloak that
 * tells other nodes after a commit, that leaves the entry alone after a rollback, that hides it from a transaction with changes of
 * its own, and that refuses to store what was read before somebody else's change. Keycloak's cached groups would not do: they hold
 * no more than ten thousand entries of all kinds, and a subtree would be as many look-ups.
 */
final class DepartmentTreeCache {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String key;

    DepartmentTreeCache(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.key = key(realm);
    }

    static String key(RealmModel realm) {
        return realm.getId() + ".crm.departments";
    }

    /** The tree below a root, from the database where the cache has none or is switched off. */
    DepartmentTree get(String rootId, Supplier<DepartmentTree> database) {
        if (!(session.getProvider(CacheRealmProvider.class) instanceof RealmCacheSession realms)
                || realms.isInvalid(key)) {
            return database.get();
        }
        @Nullable CachedDepartmentTree cached = realms.getCache().get(key, CachedDepartmentTree.class);
        if (cached == null || !cached.rootId().equals(rootId)) {
            long revision = realms.getCache().getCurrentRevision(key);
            cached = new CachedDepartmentTree(revision, key, realm.getId(), rootId, database.get());
            realms.getCache().addRevisioned(cached, realms.getStartupRevision());
        }
        return cached.tree();
    }

    /** To be called in the transaction that changes a group; takes effect with its end, on all nodes. */
    void invalidate() {
        @Nullable CacheRealmProvider realms = session.getProvider(CacheRealmProvider.class);
        if (realms != null) {
            realms.registerInvalidation(key);
        }
    }
}
