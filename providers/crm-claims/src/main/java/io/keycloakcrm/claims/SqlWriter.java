package io.keycloakcrm.claims;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes grants as SQL. {@code IS NOT NULL} stands before each comparison because NOT of unknown is unknown, not true. */
final class SqlWriter {

    private static final String NOTHING = "1 = 0";
    private static final int LONGEST_LIST = 1_000;

    private final String subject;
    private final Columns columns;
    private final SqlDialect dialect;
    private final List<Object> parameters = new ArrayList<>();

    SqlWriter(String subject, Columns columns, SqlDialect dialect) {
        this.subject = subject;
        this.columns = columns;
        this.dialect = dialect;
    }

    SqlFilter filter(List<Grant> grants) {
        if (grants.isEmpty()) {
            return new SqlFilter(NOTHING, List.of());
        }
        if (grants.contains(Grant.all())) {
            return new SqlFilter("1 = 1", List.of());
        }
        String sql = grants.stream().map(this::grant).collect(Collectors.joining(" OR ", "(", ")"));
        return new SqlFilter(sql, parameters);
    }

    private String grant(Grant grant) {
        List<String> conditions = new ArrayList<>();
        if (grant.level() == DataScopeLevel.SELF) {
            conditions.add(oneOf(columns.owner(), Set.of(subject)));
        }
        if (grant.departments() instanceof DepartmentSet departments) {
            conditions.add(oneOf(columns.department(), departments.ids()));
        }
        if (grant.regions() != null) {
            conditions.add(oneOf(columns.region(), grant.regions()));
        }
        return conditions.stream().collect(Collectors.joining(" AND ", "(", ")"));
    }

    private String oneOf(@Nullable String column, Collection<String> values) {
        if (column == null) {
            return NOTHING;
        }
        return column + " IS NOT NULL AND " + (values.size() == 1 ? equal(column, values) : in(column, values));
    }

    private String equal(String column, Collection<String> value) {
        parameters.addAll(value);
        return column + " = ?";
    }

    private String in(String column, Collection<String> values) {
        if (dialect == SqlDialect.POSTGRESQL) {
            parameters.add(List.copyOf(values));
            return column + " = ANY (?)";
        }
        parameters.addAll(values);
        return IntStream.iterate(values.size(), left -> left > 0, left -> left - LONGEST_LIST)
                .mapToObj(left -> column + " IN ("
                        + String.join(", ", Collections.nCopies(Math.min(left, LONGEST_LIST), "?")) + ")")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }
}
