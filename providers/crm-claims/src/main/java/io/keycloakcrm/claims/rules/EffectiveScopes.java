package io.keycloakcrm.claims.rules;

import io.keycloakcrm.claims.DataScopes;
import io.keycloakcrm.claims.Grant;
import io.keycloakcrm.claims.ScopeKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Puts together what the roles of a person and the person's own attribute say.
 *
 * <p>The own attribute is asked first; where any of its keys answers, the roles are not asked: {@code customer=self} replaces what
 * roles say of {@code customer} and of {@code customer:edit}. Else each role answers by its own most specific key, and all
 * their answers count. So every key that anybody names gets the complete list: a role that speaks of {@code customer} only adds
 * that to {@code customer:edit}, which another role names.
 */
public final class EffectiveScopes {

    private final List<ScopeRules> roles;
    private final ScopeRules own;
    private final DepartmentTree tree;
    private final Map<ScopeEntry, Optional<Grant>> resolved = new HashMap<>();

    private EffectiveScopes(List<ScopeRules> roles, ScopeRules own, DepartmentTree tree) {
        this.roles = roles;
        this.own = own;
        this.tree = tree;
    }

    /**
     * What a person reaches.
     *
     * @param roles one for each role that the person has, by whatever way
     * @param own {@link ScopeRules#NONE} for a person without overrides
     * @return the shortest form that says it: grants that others cover and keys that add nothing are left out
     */
    public static DataScopes of(Collection<ScopeRules> roles, ScopeRules own, DepartmentTree tree) {
        return new EffectiveScopes(List.copyOf(roles), own, tree).dataScopes();
    }

    private DataScopes dataScopes() {
        Set<ScopeKey> keys = new TreeSet<>(own.entries().keySet());
        roles.forEach(role -> keys.addAll(role.entries().keySet()));
        Map<ScopeKey, List<Grant>> grants = new TreeMap<>();
        keys.forEach(key -> grants.put(key, grants(entries(key))));
        return new DataScopes(grants).compact();
    }

    private Set<ScopeEntry> entries(ScopeKey key) {
        return own.answer(key)
                .map(List::stream)
                .orElseGet(() -> roles.stream()
                        .flatMap(role -> role.answer(key).stream())
                        .flatMap(List::stream))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Grant> grants(Set<ScopeEntry> entries) {
        List<Grant> grants = new ArrayList<>();
        // Resolved once, so that keys share the instance: a subtree may have ten thousand departments.
        entries.forEach(entry ->
                resolved.computeIfAbsent(entry, absent -> absent.resolve(tree)).ifPresent(grants::add));
        return grants;
    }
}
