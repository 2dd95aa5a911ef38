package io.keycloakcrm.claims.rules;

import io.keycloakcrm.claims.DataScopeLevel;
import io.keycloakcrm.claims.DepartmentSet;
import io.keycloakcrm.claims.Grant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A data scope as an administrator writes it, the same for everybody: {@code level[;departments=id,…][;regions=name,…]}. Blanks
 * around the separators do not matter, the order of the conditions neither; names do, to the letter.
 *
 * @param departments empty where none are listed; levels that name departments then mean the person's own
 * @param regions empty where the region does not matter
 */
public record ScopeEntry(DataScopeLevel level, Set<String> departments, Set<String> regions) {

    public ScopeEntry {
        departments = Collections.unmodifiableSet(new LinkedHashSet<>(departments));
        regions = Collections.unmodifiableSet(new LinkedHashSet<>(regions));
    }

    /**
     * Reads the text; nothing in it is passed over.
     *
     * @throws ScopeSyntaxException naming the fault and its place
     */
    public static ScopeEntry parse(String text) {
        return new ScopeEntryReader(TextSpan.of(text, 0)).entry();
    }

    /**
     * What this means for one person.
     *
     * @return nothing where it means nothing: the departments of a person without any
     */
    public Optional<Grant> resolve(DepartmentTree tree) {
        Set<String> named = level.meansDepartments() && departments.isEmpty() ? tree.own() : departments;
        if (level.meansDepartments() && named.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Grant(level, meant(named, tree), regions.isEmpty() ? null : regions));
    }

    private @Nullable DepartmentSet meant(Set<String> named, DepartmentTree tree) {
        if (named.isEmpty()) {
            return null;
        }
        return level == DataScopeLevel.DEPARTMENT_TREE ? tree.withDescendants(named) : DepartmentSet.of(named);
    }

    /** The text in its plainest form, which reads back as the same. */
    @Override
    public String toString() {
        return level.id()
                + (departments.isEmpty() ? "" : ";departments=" + String.join(",", departments))
                + (regions.isEmpty() ? "" : ";regions=" + String.join(",", regions));
    }
}
