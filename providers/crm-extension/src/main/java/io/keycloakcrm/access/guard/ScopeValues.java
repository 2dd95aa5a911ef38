package io.keycloakcrm.access.guard;

import io.keycloakcrm.claims.rules.ScopeEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** A data scope as values of a role attribute, for which Keycloak keeps no more than 255 characters each. */
public final class ScopeValues {

    public static final int MAX_LENGTH = 255;

    private ScopeValues() {}

    /**
     * The entry in as many values as it takes. A long list of departments is divided, which is exact: several values of a
     * key are several grants, and a record in either half of the list is a record in the list.
     */
    public static Stream<String> of(ScopeEntry entry) {
        String text = entry.toString();
        if (text.length() <= MAX_LENGTH || entry.departments().size() < 2) {
            return Stream.of(text);
        }
        List<String> departments = List.copyOf(entry.departments());
        int half = departments.size() / 2;
        return Stream.of(departments.subList(0, half), departments.subList(half, departments.size()))
                .flatMap(part -> of(new ScopeEntry(entry.level(), new LinkedHashSet<>(part), entry.regions())));
    }

    /** Whether each of the values has room. */
    public static boolean fit(ScopeEntry entry) {
        return of(entry).allMatch(value -> value.length() <= MAX_LENGTH);
    }
}
