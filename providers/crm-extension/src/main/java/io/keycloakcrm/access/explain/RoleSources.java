package io.keycloakcrm.access.explain;

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

/**
 * Where each role of a person comes from. Of the ways from a granted role to one that it brings along only the shortest is
 * told: there can be more ways than anybody would read.
 */
final class RoleSources {

    private record Step(RoleModel role, List<String> chain) {

        Step to(RoleModel part) {
            return new Step(
                    part, Stream.concat(chain.stream(), Stream.of(name(part))).toList());
        }
    }

    private final Map<String, List<Source>> byRole = new HashMap<>();

    RoleSources(UserModel user) {
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
            follow(level.getRoleMappingsStream(), Source.ofGroup(level, memberOf));
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
                    .forEach(part -> open.add(step.to(part)));
        }
    }

    private static String name(RoleModel role) {
        return role.getContainer() instanceof ClientModel client
                ? client.getClientId() + "/" + role.getName()
                : role.getName();
    }
}
