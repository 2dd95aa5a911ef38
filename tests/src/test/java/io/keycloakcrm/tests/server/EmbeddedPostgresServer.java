package io.keycloakcrm.tests.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** A real PostgreSQL, started from its binaries for this run alone. */
record EmbeddedPostgresServer(EmbeddedPostgres server, String password) implements Database {

    static EmbeddedPostgresServer started() throws IOException {
        // The server trusts loopback; the password is a canary that no log may hold.
        return new EmbeddedPostgresServer(
                EmbeddedPostgres.start(), UUID.randomUUID().toString());
    }

    @Override
    public String vendor() {
        return "postgres";
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "KC_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
                "KC_DB_USERNAME",
                "postgres",
                "KC_DB_PASSWORD",
                password);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
