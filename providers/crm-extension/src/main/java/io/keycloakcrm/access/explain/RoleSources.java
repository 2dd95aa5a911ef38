package io.keycloakcrm.access.explain;

import io.keycloakcrm.access.token.HeldRoles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Where each role of a person comes from. Of the ways from a granted role to one that it brings along only the shortest is
 * told: there can be more ways than anybody would read. Of groups and clients that the reader may not see nothing is told but
 * that they are there, as on Keycloak's own pages of the person.
 */
final class RoleSources {

    /** Stands for a role whose name is not told. */
    private static final String HIDDEN = "…";

    private record Step(RoleModel role, List<String> chain) {

        Step to(RoleModel part, String name) {
            return new Step(part, Stream.concat(chain.stream(), Stream.of(name)).toList());
        }
    }

    private final Map<String, List<Source>> byRole = new HashMap<>();
    private final AdminPermissionEvaluator reader;

    /** @param reader what the administrator may see who is told */
    RoleSources(UserModel user, AdminPermissionEvaluator reader) {
        this.reader = reader;
        follow(user.getRoleMappingsStream(), Source.direct());
        user.getGroupsStream()
                .sorted(Comparator.comparing(GroupModel::getName).thenComparing(GroupModel::getId))
                .forEach(this::followGroup);
    }

    /** Never empty for a role that the person has; what was granted to the person comes first. */
    List<Source> of(RoleModel role) {
        return List.copyOf(byRole.getOrDefault(role.getId(), List.of()));
    }

    private void followGroup(GroupModel memberOf) {
        for (@Nullable GroupModel level = memberOf; level != null; level = level.getParent()) {
            follow(level.getRoleMappingsStream(), Source.ofGroup(level, memberOf, reader.groups()::canView));
        }
    }

    private void follow(Stream<RoleModel> granted, Source source) {
        granted.sorted(Comparator.comparing(RoleModel::getName)).forEach(role -> follow(role, source));
    }

    /** Breadth first, so that the first way to arrive is a shortest one. */
    private void follow(RoleModel granted, Source source) {
        Set<String> seen = new HashSet<>(Set.of(granted.getId()));
        Deque<Step> open = new ArrayDeque<>(List.of(new Step(granted, List.of(name(granted)))));
        while (!open.isEmpty()) {
            Step step = open.remove();
            byRole.computeIfAbsent(step.role().getId(), id -> new ArrayList<>()).add(source.through(step.chain()));
            step.role()
                    .getCompositesStream()
                    .sorted(Comparator.comparing(RoleModel::getName))
                    .filter(part -> seen.add(part.getId()))
                    .forEach(part -> open.add(step.to(part, name(part))));
        }
    }

    private String name(RoleModel role) {
        if (!(role.getContainer() instanceof ClientModel client)) {
            return role.getName();
        }
        boolean told =
                client.getClientId().equals(HeldRoles.CLIENT) || reader.roles().canView(role);
        return told ? client.getClientId() + "/" + role.getName() : HIDDEN;
    }
}
