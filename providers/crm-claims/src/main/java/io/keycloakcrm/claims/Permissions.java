package io.keycloakcrm.claims;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a person may do, whomever the record belongs to: operations by module. What is not there is not permitted. */
public record Permissions(Map<String, Set<String>> operations) {

    public static final Permissions NONE = new Permissions(Map.of());

    /**
     * Operations by module, in the order given.
     *
     * @throws IllegalArgumentException if a name is none
     */
    public Permissions {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        operations.forEach((module, names) -> {
            Identifier.require(module);
            names.forEach(Identifier::require);
            copy.put(module, Collections.unmodifiableSet(new LinkedHashSet<>(names)));
        });
        operations = Collections.unmodifiableMap(copy);
    }

    public static Permissions of(Collection<Permission> permissions) {
        Map<String, Set<String>> operations = new LinkedHashMap<>();
        permissions.forEach(permission -> operations
                .computeIfAbsent(permission.module(), module -> new LinkedHashSet<>())
                .add(permission.operation()));
        return new Permissions(operations);
    }

    static Permissions read(ClaimValue permissions) {
        Map<String, Set<String>> operations = new LinkedHashMap<>();
        permissions.members().forEach((module, names) -> {
            List<String> texts = names.texts();
            if (!Identifier.matches(module) || !texts.stream().allMatch(Identifier::matches)) {
                throw names.malformed("has a name that no module or operation can have");
            }
            operations.put(module, new LinkedHashSet<>(texts));
        });
        return new Permissions(operations);
    }

    public boolean permits(String module, String operation) {
        return operations.getOrDefault(module, Set.of()).contains(operation);
    }

    Map<String, List<String>> toMap() {
        Map<String, List<String>> map = new LinkedHashMap<>();
        operations.forEach((module, names) -> map.put(module, List.copyOf(names)));
        return map;
    }
}
