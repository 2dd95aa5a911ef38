package io.keycloakcrm.tests.cluster;

import io.keycloakcrm.tests.server.KeycloakCluster;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Questions to the database itself, whatever the nodes think. */
record Sql(KeycloakCluster cluster) {

    long count(String query, Object... parameters) {
        return Long.parseLong(text(query, parameters));
    }

    String text(String query, Object... parameters) {
        return texts(query, parameters).get(0);
    }

    void run(String statement) {
        try (Connection connection = cluster.connect();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The first column of all rows. */
    List<String> texts(String query, Object... parameters) {
        try (Connection connection = cluster.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> texts = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
