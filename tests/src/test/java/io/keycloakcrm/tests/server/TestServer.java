package io.keycloakcrm.tests.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one server of a run with its database, or the reason why there is none: it is not tried for every class again. */
final class TestServer implements AutoCloseable {

    private static final String ADMIN = "admin";

    private final Database database;
    private @Nullable KeycloakNode node;
    private @Nullable Crm crm;
    private @Nullable Exception failure;

    private TestServer(Database database) {
        this.database = database;
    }

    static TestServer started() {
        String name = System.getProperty("crm.test.db", "h2");
        try {
            var server = new TestServer(Databases.named(name));
            server.start(name);
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("no database " + name, e);
        }
    }

    private void start(String name) {
        String password = UUID.randomUUID().toString();
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
        try {
            Path work = Files.createDirectories(directory("crm.test.work"));
            var distribution = KeycloakDistribution.built(
                    directory("crm.test.keycloak"),
                    directory("crm.test.providers"),
                    work,
                    List.of("--db=" + database.vendor()));
            KeycloakNode started = KeycloakNode.started(distribution, work, "node-" + name, environment);
            node = started;
            crm = new Crm(started, database, ADMIN, password);
            crm.secrets().addAll(List.of(password, environment.getOrDefault("KC_DB_PASSWORD", password)));
        } catch (IOException | IllegalStateException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = e;
        }
    }

    Crm crm() {
        if (crm == null) {
            throw new IllegalStateException("the server under test did not start", failure);
        }
        return crm;
    }

    static Path directory(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("system property " + property + " is missing: run the suite by Maven");
        }
        return Path.of(value);
    }

    @Override
    public void close() throws IOException {
        if (node != null) {
            node.close();
        }
        database.close();
    }
}
