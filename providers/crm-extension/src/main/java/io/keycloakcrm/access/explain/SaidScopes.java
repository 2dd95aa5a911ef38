package io.keycloakcrm.access.explain;

import io.keycloakcrm.claims.DataScopes;
import io.keycloakcrm.claims.Grant;
import io.keycloakcrm.claims.ScopeKey;
import io.keycloakcrm.claims.rules.DepartmentTree;
import io.keycloakcrm.claims.rules.ScopeEntry;
import io.keycloakcrm.claims.rules.ScopeRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who says what about data scopes, entry by entry. The law of composition is that of {@link
 * io.keycloakcrm.claims.rules.EffectiveScopes}, which does not keep who said it.
 */
final class SaidScopes {

    /**
     * One entry.
     *
     * @param role null for the person's own attribute
     * @param key under which it stands there
     * @param grant what it means for the person; null if nothing
     */
    record Said(
            @Nullable String role,
            ScopeKey key,
            ScopeEntry entry,
            @Nullable Grant grant) {}

    private final Map<String, ScopeRules> roles;
    private final ScopeRules own;
    private final DepartmentTree tree;
    private final Map<ScopeEntry, Optional<Grant>> resolved = new HashMap<>();

    /** @param roles by name, in the order in which they are to be told */
    SaidScopes(Map<String, ScopeRules> roles, ScopeRules own, DepartmentTree tree) {
        this.roles = new LinkedHashMap<>(roles);
        this.own = own;
        this.tree = tree;
    }

    /** Every key that anybody speaks of. */
    Set<ScopeKey> keys() {
        Set<ScopeKey> keys = new TreeSet<>(own.entries().keySet());
        roles.values().forEach(rules -> keys.addAll(rules.entries().keySet()));
        return keys;
    }

    /** All that is said for a key, under whichever key it stands. */
    List<Said> at(ScopeKey key) {
        Optional<ScopeKey> answering = own.answeringKey(key);
        if (answering.isPresent()) {
            return said(null, own, answering.get());
        }
        List<Said> all = new ArrayList<>();
        roles.forEach(
                (role, rules) -> rules.answeringKey(key).ifPresent(answer -> all.addAll(said(role, rules, answer))));
        return all;
    }

    private List<Said> said(@Nullable String role, ScopeRules rules, ScopeKey answering) {
        return rules.entries().getOrDefault(answering, List.of()).stream()
                .map(entry -> new Said(role, answering, entry, grant(entry)))
                .toList();
    }

    // Once for all keys: it may mean ten thousand departments.
    private @Nullable Grant grant(ScopeEntry entry) {
        return resolved.computeIfAbsent(entry, unknown -> unknown.resolve(tree)).orElse(null);
    }

    /** What is left of it when that is gone which others cover: the grants that a claim has for such a key. */
    static List<Grant> counting(Collection<Said> said) {
        List<Grant> grants =
                said.stream().flatMap(one -> Stream.ofNullable(one.grant())).toList();
        return new DataScopes(Map.of(ScopeKey.EVERY_MODULE, grants))
                .compact()
                .grants()
                .getOrDefault(ScopeKey.EVERY_MODULE, List.of());
    }
}
