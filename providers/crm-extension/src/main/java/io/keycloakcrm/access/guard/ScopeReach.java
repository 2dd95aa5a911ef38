package io.keycloakcrm.access.guard;

import io.keycloakcrm.claims.DataScopeLevel;
import io.keycloakcrm.claims.rules.ScopeEntry;
import java.util.Set;

/**
 * Compares data scopes as they are written, before it is known whose they will be. A person's own departments cannot be
 * compared with listed ones, so there the answer is no.
 */
final class ScopeReach {

    private ScopeReach() {}

    /** Whether, whoever has them, every record that {@code narrow} reaches is certainly reached by {@code wide}. */
    static boolean covers(ScopeEntry wide, ScopeEntry narrow) {
        return (wide.level() != DataScopeLevel.SELF || narrow.level() == DataScopeLevel.SELF)
                && letsThrough(wide.regions(), narrow.regions())
                && coversDepartments(wide, narrow);
    }

    private static boolean coversDepartments(ScopeEntry wide, ScopeEntry narrow) {
        boolean deeper = narrow.level() == DataScopeLevel.DEPARTMENT_TREE;
        if (meansOwn(wide) || meansOwn(narrow)) {
            boolean anywhere =
                    !wide.level().meansDepartments() && wide.departments().isEmpty();
            return anywhere || (meansOwn(wide) && meansOwn(narrow) && (!deeper || isTree(wide)));
        }
        return letsThrough(wide.departments(), narrow.departments())
                && (!deeper || isTree(wide) || wide.departments().isEmpty());
    }

    private static boolean meansOwn(ScopeEntry entry) {
        return entry.level().meansDepartments() && entry.departments().isEmpty();
    }

    private static boolean isTree(ScopeEntry entry) {
        return entry.level() == DataScopeLevel.DEPARTMENT_TREE;
    }

    /** No condition lets everything through. */
    private static boolean letsThrough(Set<String> wide, Set<String> narrow) {
        return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
    }
}
