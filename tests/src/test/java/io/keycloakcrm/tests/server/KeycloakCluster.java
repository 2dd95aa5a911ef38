package io.keycloakcrm.tests.server;

import io.keycloakcrm.tests.server.ClusterNode.Login;
import io.keycloakcrm.tests.server.ClusterNode.Variation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Two nodes on one database, with a wire to it that can be cut. */
public final class KeycloakCluster implements AutoCloseable {

    /** A lease short enough to wait for, and a tick to find work by. */
    public static final Variation SHORT_LEASE = Variation.ofOptions(
            "--spi-crm-admin-endpoint--imports--lease-millis=3000",
            "--spi-crm-admin-endpoint--imports--tick-millis=1000");

    private final DatabaseProxy database;
    private final List<ClusterNode> nodes;

    private KeycloakCluster(DatabaseProxy database, List<ClusterNode> nodes) {
        this.database = database;
        this.nodes = List.copyOf(nodes);
    }

    /** Makes the database and starts no node yet. */
    static KeycloakCluster prepared() {
        String name = System.getProperty("crm.test.db", "postgres");
        try {
            var database = DatabaseProxy.before(Databases.named(name));
            Path work = Files.createDirectories(TestServer.directory("crm.test.work"));
            var distribution = KeycloakDistribution.built(
                    TestServer.directory("crm.test.keycloak"),
                    TestServer.directory("crm.test.providers"),
                    work,
                    List.of("--db=" + database.vendor()));
            var login = new Login("admin", UUID.randomUUID().toString());
            return new KeycloakCluster(
                    database,
                    Stream.of("cluster-a", "cluster-b")
                            .map(node -> new ClusterNode(
                                    distribution, work, database, settings(node, database, login), login))
                            .toList());
        } catch (IOException e) {
            throw new IllegalStateException("no cluster on " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static NodeSettings settings(String name, Database database, Login login) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", login.user());
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", login.password());
        return NodeSettings.forTests(name, Ports.free(), environment, List.of());
    }

    public List<ClusterNode> nodes() {
        return nodes;
    }

    public ClusterNode node(int index) {
        return nodes.get(index);
    }

    /** Brings both up, started alike; one after the other, because only one may set up an empty database. */
    public KeycloakCluster up(Variation variation) throws IOException {
        return up(variation, variation);
    }

    public KeycloakCluster up(Variation first, Variation second) throws IOException {
        nodes.get(0).ensure(first);
        nodes.get(1).ensure(second);
        return this;
    }

    /** A connection for asserting; it does not pass the wire. */
    public Connection connect() throws SQLException {
        return database.connect();
    }

    public boolean onPostgres() {
        return database.vendor().equals("postgres");
    }

    /** Breaks all connections of the nodes to the database, and refuses new ones until {@link #mendDatabase}. */
    public void cutDatabase() throws IOException {
        database.cut();
    }

    public void mendDatabase() throws IOException {
        database.mend();
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(ClusterNode::terminate);
        database.close();
    }
}
