package io.keycloakcrm.claims.rules;

import io.keycloakcrm.claims.ScopeKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what can be read and what cannot. A key that can be read is kept even if none of its values can. */
final class ScopeRulesReader {

    private final Map<ScopeKey, List<ScopeEntry>> entries = new HashMap<>();
    private final List<ScopeProblem> problems = new ArrayList<>();

    static ScopeKey roleKey(String attribute) {
        int start = ScopeRules.ROLE_ATTRIBUTE_PREFIX.length();
        return ScopeKey.parse(attribute.substring(start))
                .orElseThrow(() -> new ScopeSyntaxException(ScopeFault.KEY_UNKNOWN, start));
    }

    void addRoleAttribute(String attribute, List<String> values) {
        for (String written : values) {
            String value = text(written);
            try {
                keep(roleKey(attribute)).add(ScopeEntry.parse(value));
            } catch (ScopeSyntaxException e) {
                problems.add(new ScopeProblem(attribute, value, e));
            }
        }
    }

    void addUserValue(String written) {
        String value = text(written);
        try {
            UserRule rule = UserRule.parse(value);
            keep(rule.key()).add(rule.entry());
        } catch (ScopeSyntaxException e) {
            problems.add(new ScopeProblem(ScopeRules.USER_ATTRIBUTE, value, e));
        }
    }

    /** Keycloak keeps attributes without a value too. */
    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private List<ScopeEntry> keep(ScopeKey key) {
        return entries.computeIfAbsent(key, absent -> new ArrayList<>());
    }

    ScopeRules rules() {
        return new ScopeRules(entries, problems);
    }
}
