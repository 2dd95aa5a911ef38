package io.keycloakcrm.access.token;

import io.keycloakcrm.claims.CrmClaim;
import io.keycloakcrm.claims.DepartmentSet;
import io.keycloakcrm.claims.Grant;
import io.keycloakcrm.claims.ScopeKey;
import io.keycloakcrm.claims.rules.ScopeEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The claim for those who read no JSON: each fact an attribute, permissions as {@code customer:edit}, data scopes in the words of
 * administrators with all departments in place, {@code customer=department_tree;departments=a,b}. A scope that grants nothing, where a
 * wider one would else answer, is {@code customer=}.
 */
record FlatAttributes(CrmClaim claim) {

    private static final String PREFIX = "crm.";

    Map<String, List<String>> toMap() {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        claim.toMap().forEach((name, value) -> {
            if (value instanceof String || value instanceof Number) {
                attributes.put(PREFIX + name, List.of(value.toString()));
            }
        });
        if (claim.department() != null) {
            attributes.put(PREFIX + "department.id", List.of(claim.department().id()));
            attributes.put(
                    PREFIX + "department.path", List.of(claim.department().path()));
        }
        attributes.put(PREFIX + "roles", List.copyOf(claim.roles()));
        attributes.put(PREFIX + "permissions", permissions());
        attributes.put(PREFIX + "data_scopes", dataScopes());
        attributes.values().removeIf(List::isEmpty);
        return attributes;
    }

    private List<String> permissions() {
        List<String> permissions = new ArrayList<>();
        claim.permissions()
                .operations()
                .forEach((module, operations) ->
                        operations.forEach(operation -> permissions.add(module + ":" + operation)));
        return permissions;
    }

    private List<String> dataScopes() {
        List<String> scopes = new ArrayList<>();
        claim.dataScopes().grants().forEach((key, grants) -> {
            if (grants.isEmpty()) {
                scopes.add(key + "=");
            }
            grants.forEach(grant -> scopes.add(text(key, grant)));
        });
        return scopes;
    }

    private static String text(ScopeKey key, Grant grant) {
        Set<String> departments =
                grant.departments() instanceof DepartmentSet set ? new LinkedHashSet<>(set.ids()) : Set.of();
        return key + "="
                + new ScopeEntry(grant.level(), departments, grant.regions() == null ? Set.of() : grant.regions());
    }
}
