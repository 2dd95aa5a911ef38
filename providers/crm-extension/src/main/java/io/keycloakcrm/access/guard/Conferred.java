package io.keycloakcrm.access.guard;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request gives to people and groups where Keycloak asks for no right to grant it; all by ids. */
final class Conferred {

    private final Set<String> roles = new LinkedHashSet<>();
    private final Set<String> groups = new LinkedHashSet<>();
    private final Set<String> people = new LinkedHashSet<>();
    private @Nullable Set<String> defaultGroups;

    /** Somebody, or a group, is given the role. */
    void role(String id) {
        roles.add(id);
    }

    /** Somebody comes into the group. */
    void membership(String group) {
        groups.add(group);
    }

    /** The person has data scopes of his own. */
    void scopes(String person) {
        people.add(person);
    }

    /** Newcomers joined these before the request; what it says in between does not count. */
    void defaultGroupsBefore(Set<String> groups) {
        if (defaultGroups == null) {
            defaultGroups = Set.copyOf(groups);
        }
    }

    Set<String> roles() {
        return roles;
    }

    Set<String> groups() {
        return groups;
    }

    Set<String> people() {
        return people;
    }

    /** The groups that newcomers joined before; empty if they are what they were. */
    Optional<Set<String>> defaultGroupsBefore() {
        return Optional.ofNullable(defaultGroups);
    }
}
