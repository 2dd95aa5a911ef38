package io.keycloakcrm.staff.department;

import org.keycloak.models.cache.infinispan.entities.AbstractRevisioned;
import org.keycloak.models.cache.infinispan.entities.InRealm;

/** A department tree as Keycloak's realm cache holds it: gone with its realm, outdated by its revision. */
final class CachedDepartmentTree extends AbstractRevisioned implements InRealm {

    private final String realmId;
    private final String rootId;
    private final DepartmentTree tree;

    CachedDepartmentTree(long revision, String key, String realmId, String rootId, DepartmentTree tree) {
        super(revision, key);
        this.realmId = realmId;
        this.rootId = rootId;
        this.tree = tree;
    }

    @Override
    public String getRealm() {
        return realmId;
    }

    /** Group id of the department root at the time; a realm may be given another. */
    String rootId() {
        return rootId;
    }

    DepartmentTree tree() {
        return tree;
    }
}
