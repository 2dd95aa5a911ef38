package io.keycloakcrm.access.guard;

import io.keycloakcrm.claims.ScopeKey;
import io.keycloakcrm.claims.rules.ScopeEntry;
import io.keycloakcrm.claims.rules.ScopeRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.RoleModel;

/**
 * Data scopes of a role or a person as they are written, before it is known whose departments they mean.
 *
 * @param roles of which each answers by its own most specific key
 * @param own asked before the roles
 */
public record Reach(List<ScopeRules> roles, ScopeRules own) {

    /** What one role says. */
    public static Reach of(RoleModel role) {
        return of(role.getAttributes());
    }

    /** What a role with these attributes would say. */
    public static Reach of(Map<String, List<String>> roleAttributes) {
        return new Reach(List.of(ScopeRules.ofRole(roleAttributes)), ScopeRules.NONE);
    }

    /** All keys that anything is said about. */
    public Set<ScopeKey> keys() {
        Set<ScopeKey> keys = new TreeSet<>(own.entries().keySet());
        roles.forEach(role -> keys.addAll(role.entries().keySet()));
        return keys;
    }

    /** What counts for a key. */
    public List<ScopeEntry> at(ScopeKey key) {
        return own.answer(key)
                .orElseGet(() -> roles.stream()
                        .flatMap(role -> role.answer(key).stream())
                        .flatMap(List::stream)
                        .toList());
    }

    /** Whether an entry reaches nothing beyond what counts for the key. */
    public boolean covers(ScopeKey key, ScopeEntry entry) {
        return at(key).stream().anyMatch(wide -> ScopeReach.covers(wide, entry));
    }
}
