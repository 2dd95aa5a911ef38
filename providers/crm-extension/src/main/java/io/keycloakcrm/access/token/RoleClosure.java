package io.keycloakcrm.access.token;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * All roles that a person has: direct ones, those of the groups and of the groups above, and what they consist of. Walks over
 * Keycloak's cached roles. Keycloak's own expansion asks for a whole level at once and keeps the answer under the revision of its
 * first day (RealmCacheSession.getCompositeRolesStream): once one of the roles was edited it asks the database at each token.
 */
final class RoleClosure {

    private final Map<String, RoleModel> roles = new LinkedHashMap<>();
    private final Set<String> groupIds = new HashSet<>();

    private RoleClosure() {}

    static RoleClosure of(UserModel user) {
        var closure = new RoleClosure();
        user.getRoleMappingsStream().forEach(closure::add);
        user.getGroupsStream().forEach(closure::addWithAbove);
        return closure;
    }

    Collection<RoleModel> roles() {
        return Collections.unmodifiableCollection(roles.values());
    }

    /** Ids of the roles, and of the groups that confer some or might. */
    Set<String> readFrom() {
        Set<String> ids = new HashSet<>(groupIds);
        ids.addAll(roles.keySet());
        return ids;
    }

    private void addWithAbove(GroupModel group) {
        for (@Nullable GroupModel next = group; next != null; next = next.getParent()) {
            groupIds.add(next.getId());
            next.getRoleMappingsStream().forEach(this::add);
        }
    }

    private void add(RoleModel role) {
        Deque<RoleModel> open = new ArrayDeque<>(List.of(role));
        while (!open.isEmpty()) {
            RoleModel next = open.pop();
            if (roles.putIfAbsent(next.getId(), next) == null) {
                next.getCompositesStream().forEach(open::push);
            }
        }
    }
}
