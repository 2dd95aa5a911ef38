package io.keycloakcrm.claims;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ids of departments, at least one. Made for ten thousand: the same instance is shared by grants and hashed once. */
public final class DepartmentSet implements Departments {

    private final List<String> ids;
    private final Set<String> index;
    private final int hash;

    private DepartmentSet(Set<String> index) {
        this.index = index;
        this.ids = List.copyOf(index);
        this.hash = index.hashCode();
    }

    /**
     * Departments in the order given, each once.
     *
     * @throws IllegalArgumentException if there is none: that would be no condition to one reader and nothing to another
     */
    public static DepartmentSet of(Collection<String> ids) {
        if (ids.isEmpty() || ids.contains("")) {
            throw new IllegalArgumentException("needs at least one department and no empty id");
        }
        return new DepartmentSet(new LinkedHashSet<>(ids));
    }

    /** In the order given, each once. */
    public List<String> ids() {
        return ids;
    }

    @Override
    public boolean contains(String departmentId) {
        return index.contains(departmentId);
    }

    @Override
    public boolean covers(Departments other) {
        return this == other || (other instanceof DepartmentSet set && index.containsAll(set.ids));
    }

    DepartmentSet union(DepartmentSet other) {
        return covers(other)
                ? this
                : of(Stream.concat(ids.stream(), other.ids.stream()).toList());
    }

    @Override
    public List<String> json() {
        return ids;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof DepartmentSet set && hash == set.hash && index.equals(set.index));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return ids.toString();
    }
}
