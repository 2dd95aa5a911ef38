package io.keycloakcrm.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One running server on free ports of the loopback address. */
public final class KeycloakNode implements AutoCloseable {

    /** Above what the server itself accepts as a body, so that larger files come in parts. */
    public static final int MAX_FILE_BYTES = 16 << 20;

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private static final List<String> TEST_OPTIONS = List.of(
            "--spi-crm-admin-endpoint--imports--max-file-bytes=" + MAX_FILE_BYTES,
            // What our own code says at debug is held to the same rule: no secrets.
            "--log-level=info,io.keycloakcrm:debug");

    private final int httpPort = freePort();
    private final int managementPort = freePort();
    private final ServerLog log;
    private final Process process;

    private KeycloakNode(Path home, Path logFile, Map<String, String> environment, List<String> options)
            throws IOException {
        this.log = new ServerLog(logFile);
        var builder = new ProcessBuilder(command(home, options));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx640m");
        builder.environment().putAll(environment);
        this.process = builder.redirectErrorStream(true)
                .redirectOutput(logFile.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /**
     * Starts a node and waits until it answers.
     *
     * @param name names its directory and its log file in {@code work}
     * @param environment of the process: database, first administrator
     */
    static KeycloakNode started(
            KeycloakDistribution distribution, Path work, String name, Map<String, String> environment)
            throws IOException {
        return started(distribution, work, name, environment, TEST_OPTIONS);
    }

    /** The same with options of {@code kc.sh start} besides those about ports, in place of those of the tests. */
    public static KeycloakNode started(
            KeycloakDistribution distribution,
            Path work,
            String name,
            Map<String, String> environment,
            List<String> options)
            throws IOException {
        Path home = distribution.copyFor(work.resolve(name));
        var node = new KeycloakNode(home, work.resolve(name + ".log"), environment, options);
        node.awaitReady();
        return node;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    public ServerLog log() {
        return log;
    }

    /** Where the server shows health and metrics. */
    URI managementUrl() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    private List<String> command(Path home, List<String> options) {
        var command = new ArrayList<>(List.of(
                home.resolve("bin/kc.sh").toString(),
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + httpPort,
                "--http-management-port=" + managementPort,
                "--hostname=" + url(),
                "--cache-embedded-network-bind-address=127.0.0.1",
                "--cache-embedded-network-bind-port=" + freePort()));
        command.addAll(options);
        return command;
    }

    /** Open ports say nothing: the server listens long before it has booted. */
    private void awaitReady() {
        try {
            Awaitility.await("Keycloak is ready")
                    .atMost(START_LIMIT)
                    .pollInterval(Duration.ofMillis(150))
                    .until(() -> ready() || !process.isAlive());
        } catch (ConditionTimeoutException e) {
            kill();
            throw new IllegalStateException("Keycloak is not ready after " + START_LIMIT + "\n" + log.tail(), e);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("Keycloak ended with " + process.exitValue() + "\n" + log.tail());
        }
    }

    private boolean ready() throws InterruptedException {
        var request = HttpRequest.newBuilder(managementUrl().resolve("/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    /** kc.sh stays as the parent of the JVM, so the JVM has to be ended as its descendant. */
    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
