package io.keycloakcrm.claims;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How an administrator named the reach of a grant. Only {@link #SELF} is a condition by itself; the others show in lists. */
public enum DataScopeLevel {
    /** Records that the person owns. */
    SELF,
    /** Records of the person's own departments, primary and secondary, or of those listed. */
    DEPARTMENT,
    /** The same with everything below them. */
    DEPARTMENT_TREE,
    /** Every record. */
    ALL,
    /** Records of the departments or of the regions listed, or of both at once. */
    CUSTOM;

    /** All names, for texts that list them. */
    public static final String NAMES =
            Stream.of(values()).map(DataScopeLevel::id).collect(Collectors.joining(", "));

    /** As it stands in claims and attributes: {@code department_tree}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DataScopeLevel> of(String id) {
        return Arrays.stream(values()).filter(level -> level.id().equals(id)).findFirst();
    }

    /** Whether this level says nothing until departments are known. */
    public boolean meansDepartments() {
        return this == DEPARTMENT || this == DEPARTMENT_TREE;
    }
}
