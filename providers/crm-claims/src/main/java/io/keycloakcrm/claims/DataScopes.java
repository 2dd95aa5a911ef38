package io.keycloakcrm.claims;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whose records a person reaches, by key. The most specific key that is present is the whole answer, wider keys add nothing to it;
 * so a writer gives each key its complete list. A record is in reach if any grant of the list matches. An empty list is nothing, and
 * so is no key.
 */
public record DataScopes(Map<ScopeKey, List<Grant>> grants) {

    public static final DataScopes NONE = new DataScopes(Map.of());

    public DataScopes {
        Map<ScopeKey, List<Grant>> copy = new LinkedHashMap<>();
        grants.forEach((key, list) -> copy.put(key, List.copyOf(list)));
        grants = Collections.unmodifiableMap(copy);
    }

    static DataScopes read(ClaimValue scopes) {
        Map<ScopeKey, List<Grant>> grants = new LinkedHashMap<>();
        scopes.members().forEach((name, list) -> {
            ScopeKey key = ScopeKey.parse(name)
                    .orElseThrow(() -> list.malformed("is about no module: keys are module, module:operation or *"));
            grants.put(key, list.elements().stream().map(Grant::read).toList());
        });
        return new DataScopes(grants);
    }

    /** The grants for an operation on a module. */
    public List<Grant> grantsFor(String module, String operation) {
        return answer(new ScopeKey(module, operation)).orElse(List.of());
    }

    private Optional<List<Grant>> answer(ScopeKey key) {
        return Optional.ofNullable(grants.get(key)).or(() -> key.wider().flatMap(this::answer));
    }

    /** The same reach in fewer words: without grants that others cover, and without keys that say what a wider key says. */
    public DataScopes compact() {
        DataScopes compact = map(Grants::withoutCovered);
        Map<ScopeKey, List<Grant>> said = new LinkedHashMap<>(compact.grants);
        said.entrySet().removeIf(entry -> {
            List<Grant> otherwise =
                    entry.getKey().wider().flatMap(compact::answer).orElse(List.of());
            return new Grants(entry.getValue()).sameAs(new Grants(otherwise));
        });
        return new DataScopes(said);
    }

    boolean resolved() {
        return grants.values().stream().flatMap(List::stream).allMatch(Grant::resolved);
    }

    DataScopes map(UnaryOperator<Grants> change) {
        Map<ScopeKey, List<Grant>> changed = new LinkedHashMap<>();
        grants.forEach(
                (key, list) -> changed.put(key, change.apply(new Grants(list)).list()));
        return new DataScopes(changed);
    }

    DataScopes mapEach(UnaryOperator<Grant> change) {
        return map(grants -> new Grants(grants.list().stream().map(change).toList()));
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        grants.forEach((key, list) ->
                map.put(key.toString(), list.stream().map(Grant::toMap).toList()));
        return map;
    }
}
