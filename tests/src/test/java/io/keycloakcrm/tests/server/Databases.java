package io.keycloakcrm.tests.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The databases the suite runs on; {@code -Dcrm.test.db} names one. */
final class Databases {

    private Databases() {}

    static Database named(String name) throws IOException {
        return switch (name) {
            case "h2" -> new H2File();
            case "postgres" -> postgres();
            case "mariadb" -> MariaDbServer.started(Path.of(System.getProperty("crm.test.mariadb", "")));
            default -> throw new IllegalArgumentException("crm.test.db is h2, postgres or mariadb, not " + name);
        };
    }

    /** An embedded server, or an own database on the server that {@code -Dtest.db.url} names. */
    private static Database postgres() throws IOException {
        String url = System.getProperty("test.db.url", "");
        return url.isEmpty()
                ? EmbeddedPostgresServer.started()
                : ForeignPostgres.created(
                        url, System.getProperty("test.db.user", ""), System.getProperty("test.db.password", ""));
    }

    /** Keycloak's own file in the data directory of the node, deleted with the node. */
    private record H2File() implements Database {

        @Override
        public String vendor() {
            return "dev-file";
        }

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        @Override
        public void close() {}
    }
}
