package io.keycloakcrm.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The database of a run, set up as one for real work is, on the same machine as everything else. */
record PostgresServer(EmbeddedPostgres server) implements AutoCloseable {

    private static final List<String> STATED = List.of(
            "fsync", "synchronous_commit", "full_page_writes", "shared_buffers", "max_wal_size", "checkpoint_timeout");

    static PostgresServer started(boolean fsync) throws IOException {
        // Embedded PostgreSQL turns both off for the sake of tests; the last setting of a name is the one that counts.
        String durable = fsync ? "on" : "off";
        return new PostgresServer(EmbeddedPostgres.builder()
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start());
    }

    /** The one URL of everybody: server, {@code kc.sh} and the limit alike. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?reWriteBatchedInserts=true";
    }

    Map<String, String> environment() {
        return Map.of("KC_DB_URL", url(), "KC_DB_USERNAME", "postgres", "KC_DB_PASSWORD", "postgres");
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "postgres");
    }

    /** Version and the settings that decide about speed, as the server says them. */
    String description() throws SQLException {
        List<String> settings = new ArrayList<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            String version = connection.getMetaData().getDatabaseProductVersion();
            for (String name : STATED) {
                try (ResultSet row = statement.executeQuery("SHOW " + name)) {
                    row.next();
                    settings.add(name + "=" + row.getString(1));
                }
            }
            return version + " (" + String.join(", ", settings) + ", URL with reWriteBatchedInserts=true)";
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
