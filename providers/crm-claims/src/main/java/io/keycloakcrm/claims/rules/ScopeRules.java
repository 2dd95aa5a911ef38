package io.keycloakcrm.claims.rules;

import io.keycloakcrm.claims.ScopeKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one role, or one person's own attribute, says about data scopes. The most specific key that is present is the whole answer.
 *
 * <p>A text that cannot be read grants nothing, but its key stays present: were it left out with its key, a wider key would answer in
 * its place, and a slip of the pen in {@code customer} would open what {@code *} opens.
 *
 * @param problems texts that could not be read, for whoever can mend them
 */
public record ScopeRules(Map<ScopeKey, List<ScopeEntry>> entries, List<ScopeProblem> problems) {

    /** What names of role attributes begin with; the key follows. */
    public static final String ROLE_ATTRIBUTE_PREFIX = "crm.scope.";

    /** Name of the user attribute. */
    public static final String USER_ATTRIBUTE = "dataScope";

    public static final ScopeRules NONE = new ScopeRules(Map.of(), List.of());

    public ScopeRules {
        Map<ScopeKey, List<ScopeEntry>> copy = new TreeMap<>();
        entries.forEach((key, list) -> copy.put(key, List.copyOf(list)));
        entries = Collections.unmodifiableMap(copy);
        problems = List.copyOf(problems);
    }

    /**
     * Reads the attributes {@code crm.scope.…} of a role.
     *
     * @param attributes all that the role has; the others are left alone
     */
    public static ScopeRules ofRole(Map<String, List<String>> attributes) {
        var reader = new ScopeRulesReader();
        attributes.forEach((name, values) -> {
            if (name.startsWith(ROLE_ATTRIBUTE_PREFIX)) {
                reader.addRoleAttribute(name, values);
            }
        });
        return reader.rules();
    }

    /**
     * Reads the attribute {@value #USER_ATTRIBUTE} of a user.
     *
     * @param values each {@code key=entry}; several of the same key are several grants
     */
    public static ScopeRules ofUser(List<String> values) {
        var reader = new ScopeRulesReader();
        values.forEach(reader::addUserValue);
        return reader.rules();
    }

    /**
     * For validators: what {@link #ofRole} would report as a problem is refused.
     *
     * @param attribute its whole name, with the prefix
     * @throws ScopeSyntaxException whose position counts in the name if the fault is in the key
     */
    public static void requireRoleValue(String attribute, String value) {
        ScopeRulesReader.roleKey(attribute);
        ScopeEntry.parse(value);
    }

    /**
     * For validators: what {@link #ofUser} would report as a problem is refused.
     *
     * @throws ScopeSyntaxException naming the fault and its place
     */
    public static void requireUserValue(String value) {
        UserRule.parse(value).entry();
    }

    /** What is said about a key, there or at the next wider key that is present. Nothing said is not the same as nothing granted. */
    public Optional<List<ScopeEntry>> answer(ScopeKey key) {
        return answeringKey(key).map(entries::get);
    }

    /** The key under which {@link #answer} finds it; for explanations. */
    public Optional<ScopeKey> answeringKey(ScopeKey key) {
        return entries.containsKey(key) ? Optional.of(key) : key.wider().flatMap(this::answeringKey);
    }
}
