package io.keycloakcrm.claims;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reach into the records of a module. Its conditions are ownership (level {@code self}), departments and regions; a record
 * has to meet each that is there. A record without an owner, department or region meets no condition on it.
 *
 * @param departments null where they do not matter; always there for the levels that name them, resolved by the writer, the whole
 *     subtree for {@code department_tree}
 * @param regions null where the region does not matter, never empty
 */
public record Grant(
        DataScopeLevel level,
        @Nullable Departments departments,
        @Nullable Set<String> regions) {

    /**
     * Holds the conditions to their level.
     *
     * @throws IllegalArgumentException if they do not suit it, or if one is empty: it would be read as no condition
     */
    public Grant {
        if (regions != null) {
            if (regions.isEmpty() || regions.contains("")) {
                throw new IllegalArgumentException("needs at least one region and no empty one, or none stated");
            }
            regions = Collections.unmodifiableSet(new LinkedHashSet<>(regions));
        }
        boolean restricted = departments != null || regions != null;
        if (level == DataScopeLevel.ALL && restricted) {
            throw new IllegalArgumentException("of level all takes neither departments nor regions");
        }
        if (level == DataScopeLevel.CUSTOM && !restricted) {
            throw new IllegalArgumentException("of level custom needs departments or regions");
        }
        if (level.meansDepartments() && departments == null) {
            throw new IllegalArgumentException("of level " + level.id() + " needs its departments");
        }
    }

    public static Grant self() {
        return new Grant(DataScopeLevel.SELF, null, null);
    }

    public static Grant all() {
        return new Grant(DataScopeLevel.ALL, null, null);
    }

    static Grant read(ClaimValue grant) {
        // A field that this release does not know may be one more condition: to ignore it would widen the grant.
        grant.members().forEach((name, field) -> {
            if (!Set.of("level", "departments", "regions").contains(name)) {
                throw field.malformed("is unknown, and a grant may hold nothing unknown");
            }
        });
        ClaimValue id = grant.required("level");
        DataScopeLevel level =
                DataScopeLevel.of(id.text()).orElseThrow(() -> id.malformed("is none of " + DataScopeLevel.NAMES));
        Departments departments =
                grant.member("departments").map(Grant::readDepartments).orElse(null);
        Set<String> regions = grant.member("regions")
                .<Set<String>>map(list -> new LinkedHashSet<>(list.someTexts()))
                .orElse(null);
        try {
            return new Grant(level, departments, regions);
        } catch (IllegalArgumentException e) {
            throw grant.malformed(String.valueOf(e.getMessage()));
        }
    }

    private static Departments readDepartments(ClaimValue departments) {
        return departments.value() instanceof String text
                ? DepartmentReference.parse(text)
                        .orElseThrow(() -> departments.malformed("is neither an array nor a reference"))
                : departments.departmentSet();
    }

    /** Whether the departments, if they matter, are known here. */
    public boolean resolved() {
        return !(departments instanceof DepartmentReference);
    }

    /**
     * Whether a record meets every condition.
     *
     * @param subject id of the person who holds the grant
     * @throws UnresolvedDepartmentsException if the answer hangs on departments that are not known here
     */
    public boolean matches(String subject, CrmRecord record) {
        if (level == DataScopeLevel.SELF && !subject.equals(record.owner())) {
            return false;
        }
        if (regions != null && (record.region() == null || !regions.contains(record.region()))) {
            return false;
        }
        return departments == null || (record.department() != null && departments.contains(record.department()));
    }

    /** Whether every record that the other reaches is certainly reached by this one, whoever the person is. */
    public boolean covers(Grant other) {
        if (level == DataScopeLevel.SELF && other.level != DataScopeLevel.SELF) {
            return false;
        }
        if (regions != null && (other.regions == null || !regions.containsAll(other.regions))) {
            return false;
        }
        return departments == null || (other.departments != null && departments.covers(other.departments));
    }

    Grant withDepartments(@Nullable Departments others) {
        return new Grant(level, others, regions);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("level", level.id());
        if (departments != null) {
            map.put("departments", departments.json());
        }
        if (regions != null) {
            map.put("regions", List.copyOf(regions));
        }
        return map;
    }
}
