package io.keycloakcrm.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Grants of which any may match. What is done to them here never changes which records they reach. */
record Grants(List<Grant> list) {

    Grants {
        list = List.copyOf(list);
    }

    /** Without those that reach nothing another does not reach; of two that reach the same, the first stays. */
    Grants withoutCovered() {
        List<Grant> kept = new ArrayList<>();
        for (Grant grant : list) {
            if (kept.stream().noneMatch(other -> other.covers(grant))) {
                kept.removeIf(grant::covers);
                kept.add(grant);
            }
        }
        return new Grants(kept);
    }

    /**
     * Those alike in everything but their departments become one, then those alike in everything but their regions. That is exact:
     * (A and r) or (B and r) is (A or B) and r. Grants that differ in both stay apart, for together they would reach more.
     */
    Grants joined() {
        return joined(g -> new ButDepartments(g.level(), g.regions(), kind(g.departments())), Grants::departmentsOfBoth)
                .joined(g -> new ButRegions(g.level(), g.departments(), g.regions() == null), Grants::regionsOfBoth)
                .withoutCovered();
    }

    /** The same grants, in whatever order. */
    boolean sameAs(Grants other) {
        return list.size() == other.list.size() && list.containsAll(other.list);
    }

    private Grants joined(Function<Grant, Object> likeness, BinaryOperator<Grant> both) {
        Map<Object, Grant> joined = new LinkedHashMap<>();
        list.forEach(grant -> joined.merge(likeness.apply(grant), grant, both));
        return new Grants(List.copyOf(joined.values()));
    }

    private record ButDepartments(
            DataScopeLevel level, @Nullable Set<String> regions, Object kind) {}

    private record ButRegions(
            DataScopeLevel level, @Nullable Departments departments, boolean everywhere) {}

    /** Only lists can be joined with each other: a reference is like itself alone. */
    private static Object kind(@Nullable Departments departments) {
        if (departments == null) {
            return "none";
        }
        return departments instanceof DepartmentReference reference ? reference : "list";
    }

    private static Grant departmentsOfBoth(Grant one, Grant other) {
        return one.departments() instanceof DepartmentSet mine && other.departments() instanceof DepartmentSet theirs
                ? one.withDepartments(mine.union(theirs))
                : one;
    }

    private static Grant regionsOfBoth(Grant one, Grant other) {
        if (one.regions() == null || other.regions() == null) {
            return one;
        }
        Set<String> regions = new LinkedHashSet<>(one.regions());
        regions.addAll(other.regions());
        return new Grant(one.level(), one.departments(), regions);
    }
}
