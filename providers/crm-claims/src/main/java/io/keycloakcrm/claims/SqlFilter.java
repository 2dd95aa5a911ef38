package io.keycloakcrm.claims;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * A condition to put after WHERE or AND. It is true or false and never unknown, so it keeps its meaning under NOT.
 *
 * @param sql in parentheses of its own; {@code 1 = 1} for everything, {@code 1 = 0} for nothing
 * @param parameters in the order of its question marks: a string, or a list of strings for one array
 */
public record SqlFilter(String sql, List<Object> parameters) {

    public SqlFilter {
        parameters = List.copyOf(parameters);
    }

    /**
     * Gives a statement the parameters.
     *
     * @param first index of the condition's first question mark in the statement, from 1
     * @return the index after its last one
     */
    public int bind(PreparedStatement statement, int first) throws SQLException {
        int index = first;
        for (Object parameter : parameters) {
            if (parameter instanceof List<?> list) {
                statement.setArray(index++, statement.getConnection().createArrayOf("varchar", list.toArray()));
            } else {
                statement.setObject(index++, parameter);
            }
        }
        return index;
    }
}
