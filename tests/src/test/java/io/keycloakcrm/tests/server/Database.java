package io.keycloakcrm.tests.server;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

/** Where a server under test keeps its data; empty at first, gone when closed. */
interface Database extends AutoCloseable {

    /** As Keycloak's option {@code --db} names it. */
    String vendor();

    /** What the server's process needs to reach it. */
    Map<String, String> environment();

    /** A connection for asserting, past everything that stands between the server and the database. */
    default Connection connect() throws SQLException {
        Map<String, String> environment = environment();
        return DriverManager.getConnection(
                Objects.requireNonNull(environment.get("KC_DB_URL"), "no URL of " + vendor()),
                environment.get("KC_DB_USERNAME"),
                environment.get("KC_DB_PASSWORD"));
    }

    @Override
    void close() throws IOException;
}
