package io.keycloakcrm.tests.server;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Where a server under test keeps its data; empty at first, gone when closed. */
interface Database extends AutoCloseable {

    /** As Keycloak's option {@code --db} names it. */
    String vendor();

    /** What the server's process needs to reach it. */
    Map<String, String> environment();

    /** A connection past the server, to see what it has written; only where the database is a server itself. */
    default Connection connect() throws SQLException {
        return DriverManager.getConnection(
                environment().get("KC_DB_URL"),
                environment().get("KC_DB_USERNAME"),
                environment().get("KC_DB_PASSWORD"));
    }

    @Override
    void close() throws IOException;
}
