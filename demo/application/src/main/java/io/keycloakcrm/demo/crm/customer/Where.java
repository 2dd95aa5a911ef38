package io.keycloakcrm.demo.crm.customer;

import io.keycloakcrm.claims.Columns;
import io.keycloakcrm.claims.RecordScope;
import io.keycloakcrm.claims.SqlDialect;
import io.keycloakcrm.claims.SqlFilter;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions of a query, all of which have to hold. It begins with whom it is for, so that no query can forget it. */
final class Where {

    private static final Columns COLUMNS = Columns.of("c.owner_id", "c.department_id", "c.region");

    private final List<SqlFilter> filters = new ArrayList<>();

    private Where() {}

    static Where within(RecordScope scope) {
        return new Where().andWithin(scope);
    }

    /** A list as one parameter however long it is: a director of ten thousand departments asks with one. */
    Where andWithin(RecordScope scope) {
        filters.add(scope.where(COLUMNS, SqlDialect.POSTGRESQL));
        return this;
    }

    Where and(String condition, Object... parameters) {
        filters.add(new SqlFilter("(" + condition + ")", List.of(parameters)));
        return this;
    }

    Where and(CustomerSearch search) {
        if (!search.text().isEmpty()) {
            String part = "%" + search.text().replaceAll("([\\\\%_])", "\\\\$1") + "%";
            and("c.name ILIKE ? OR c.city ILIKE ?", part, part);
        }
        search.wantedStage().ifPresent(stage -> and("c.stage = ?", stage.name()));
        return this;
    }

    String sql() {
        return filters.stream().map(SqlFilter::sql).collect(Collectors.joining(" AND ", " WHERE ", ""));
    }

    /** Gives a statement the parameters, and then those that follow the conditions. */
    void bind(PreparedStatement statement, Object... following) throws SQLException {
        int index = 1;
        for (SqlFilter filter : filters) {
            index = filter.bind(statement, index);
        }
        for (Object parameter : following) {
            statement.setObject(index++, parameter);
        }
    }
}
