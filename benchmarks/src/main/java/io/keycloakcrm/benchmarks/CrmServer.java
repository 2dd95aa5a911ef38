package io.keycloakcrm.benchmarks;

import io.keycloakcrm.tests.api.AccessToken;
import io.keycloakcrm.tests.api.ApiClient;
import io.keycloakcrm.tests.server.KeycloakDistribution;
import io.keycloakcrm.tests.server.KeycloakNode;
import io.keycloakcrm.tests.server.ServerLog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One Keycloak in production mode, and its administrator. */
final class CrmServer implements AutoCloseable {

    private static final String ADMIN = "admin";

    /** Kept over restarts: only the first start on a database makes the administrator. */
    private static final String PASSWORD = UUID.randomUUID().toString();

    /** A million rows are more than the usual limit. */
    private static final String MAX_FILE_BYTES = "419430400";

    private final KeycloakNode node;
    private final ApiClient admin;

    private CrmServer(KeycloakNode node) {
        this.node = node;
        this.admin = new ApiClient(node.url(), AccessToken.ofUser(node.url(), "master", ADMIN, PASSWORD));
    }

    static CrmServer started(
            KeycloakDistribution distribution, Path work, PostgresServer database, Setting setting, String heap)
            throws IOException {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms" + heap + " -Xmx" + heap);
        List<String> options = new ArrayList<>(setting.options());
        options.add("--spi-crm-admin-endpoint--imports--max-file-bytes=" + MAX_FILE_BYTES);
        // Else each question whether it is ready yet leaves a line.
        options.add("--log-level=info,io.smallrye.health:error");
        return new CrmServer(KeycloakNode.started(distribution, work, "bench-node", environment, options));
    }

    ApiClient admin() {
        return admin;
    }

    URI url() {
        return node.url();
    }

    ServerLog log() {
        return node.log();
    }

    @Override
    public void close() {
        node.close();
    }
}
