package io.keycloakcrm.claims.jpa;

import io.keycloakcrm.claims.DataScopeLevel;
import io.keycloakcrm.claims.DepartmentSet;
import io.keycloakcrm.claims.Grant;
import io.keycloakcrm.claims.RecordScope;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A data scope as a predicate of the criteria API: true or false for every row, never unknown, so that it may be negated. */
public final class JpaFilter {

    private static final int LONGEST_LIST = 1_000;

    private final CriteriaBuilder builder;
    private final JpaPaths paths;

    private JpaFilter(CriteriaBuilder builder, JpaPaths paths) {
        this.builder = builder;
        this.paths = paths;
    }

    /**
     * The rows of an entity that are in a scope.
     *
     * @param scope as {@link io.keycloakcrm.claims.CrmAccess#scope} gives it
     * @throws io.keycloakcrm.claims.UnresolvedDepartmentsException if departments are yet to be fetched
     */
    public static Predicate where(RecordScope scope, CriteriaBuilder builder, JpaPaths paths) {
        var filter = new JpaFilter(builder, paths);
        return builder.or(scope.simplified().stream()
                .map(grant -> filter.grant(scope.subject(), grant))
                .toArray(Predicate[]::new));
    }

    private Predicate grant(String subject, Grant grant) {
        List<Predicate> conditions = new ArrayList<>();
        if (grant.level() == DataScopeLevel.SELF) {
            conditions.add(oneOf(paths.owner(), Set.of(subject)));
        }
        if (grant.departments() instanceof DepartmentSet departments) {
            conditions.add(oneOf(paths.department(), departments.ids()));
        }
        if (grant.regions() != null) {
            conditions.add(oneOf(paths.region(), grant.regions()));
        }
        return builder.and(conditions.toArray(Predicate[]::new));
    }

    private Predicate oneOf(@Nullable Expression<String> path, Collection<String> values) {
        if (path == null) {
            return builder.disjunction();
        }
        List<String> all = List.copyOf(values);
        List<Predicate> lists = new ArrayList<>();
        for (int from = 0; from < all.size(); from += LONGEST_LIST) {
            lists.add(path.in(all.subList(from, Math.min(all.size(), from + LONGEST_LIST))));
        }
        return builder.and(builder.isNotNull(path), builder.or(lists.toArray(Predicate[]::new)));
    }
}
