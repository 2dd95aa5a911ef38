package io.keycloakcrm.tests.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a node is started.
 *
 * @param name names its directory and its log file
 * @param ports where it listens
 * @param environment of the process: database, first administrator
 * @param options of {@code kc.sh start} besides those about ports
 */
record NodeSettings(String name, Ports ports, Map<String, String> environment, List<String> options) {

    NodeSettings {
        environment = Map.copyOf(environment);
        options = List.copyOf(options);
    }

    /** A node under test, with options besides those that all of these have. */
    static NodeSettings forTests(String name, Ports ports, Map<String, String> environment, List<String> more) {
        List<String> options = new ArrayList<>(List.of(
                "--spi-crm-admin-endpoint--imports--max-file-bytes=" + KeycloakNode.MAX_FILE_BYTES,
                "--spi-crm-outbox--default--retry-millis=500",
                "--spi-crm-outbox--default--tick-millis=1000",
                "--spi-crm-admin-endpoint--invitations--sweep-interval-millis=1000",
                // What our own code says at debug is held to the same rule: no secrets.
                "--log-level=info,io.keycloakcrm:debug"));
        options.addAll(more);
        return new NodeSettings(name, ports, environment, options);
    }
}
