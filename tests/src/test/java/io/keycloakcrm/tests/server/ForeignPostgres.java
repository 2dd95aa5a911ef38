package io.keycloakcrm.tests.server;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/** An own, new database on a PostgreSQL server that runs already; for places where the embedded one cannot start. */
record ForeignPostgres(String serverUrl, String user, String password, String database) implements Database {

    /** @param serverUrl JDBC URL of any database of the server; the user must be allowed to create databases */
    static ForeignPostgres created(String serverUrl, String user, String password) throws IOException {
        var postgres = new ForeignPostgres(
                serverUrl,
                user,
                password,
                "crm_it_" + UUID.randomUUID().toString().substring(0, 8));
        postgres.execute("CREATE DATABASE " + postgres.database);
        return postgres;
    }

    @Override
    public String vendor() {
        return "postgres";
    }

    @Override
    public Map<String, String> environment() {
        int path = serverUrl.indexOf('/', serverUrl.indexOf("//") + 2);
        String host = path < 0 ? serverUrl : serverUrl.substring(0, path);
        return Map.of(
                "KC_DB_URL", host + "/" + database,
                "KC_DB_USERNAME", user,
                "KC_DB_PASSWORD", password);
    }

    @Override
    public void close() throws IOException {
        execute("DROP DATABASE " + database + " WITH (FORCE)");
    }

    private void execute(String sql) throws IOException {
        try (Connection connection = DriverManager.getConnection(serverUrl, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL at " + serverUrl + " refuses: " + sql, e);
        }
    }
}
