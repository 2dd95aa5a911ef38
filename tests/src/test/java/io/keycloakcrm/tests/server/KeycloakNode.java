package io.keycloakcrm.tests.server;

import java.io.IOException;
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

    private final NodeSettings settings;
    private final ServerLog log;
    private final Process process;

    private KeycloakNode(Path home, Path logFile, NodeSettings settings) throws IOException {
        this.settings = settings;
        this.log = new ServerLog(logFile);
        var builder = new ProcessBuilder(command(home));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx640m");
        builder.environment().putAll(settings.environment());
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
        return started(distribution, work, NodeSettings.forTests(name, Ports.free(), environment, List.of()));
    }

    /** The same with options of {@code kc.sh start} besides those about ports, in place of those of the tests. */
    public static KeycloakNode started(
            KeycloakDistribution distribution,
            Path work,
            String name,
            Map<String, String> environment,
            List<String> options)
            throws IOException {
        return started(distribution, work, new NodeSettings(name, Ports.free(), environment, options));
    }

    static KeycloakNode started(KeycloakDistribution distribution, Path work, NodeSettings settings)
            throws IOException {
        Path home = distribution.copyFor(work.resolve(settings.name()));
        var node = new KeycloakNode(home, work.resolve(settings.name() + ".log"), settings);
        node.awaitReady();
        return node;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + settings.ports().http());
    }

    public ServerLog log() {
        return log;
    }

    /** Where the server shows health and metrics. */
    URI managementUrl() {
        return URI.create("http://127.0.0.1:" + settings.ports().management());
    }

    private List<String> command(Path home) {
        var command = new ArrayList<>(List.of(
                home.resolve("bin/kc.sh").toString(),
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.ports().http(),
                "--http-management-port=" + settings.ports().management(),
                "--hostname=" + url(),
                "--cache-embedded-network-bind-address=127.0.0.1",
                "--cache-embedded-network-bind-port=" + settings.ports().cluster()));
        command.addAll(settings.options());
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

    /** As by a lost machine: nothing is finished and nobody is told. */
    void kill() {
        // kc.sh stays as the parent of the JVM, so the JVM has to be ended as its descendant.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Sends a signal such as {@code STOP} to the JVM. */
    void signal(String name) throws IOException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        process.descendants().forEach(jvm -> command.add(Long.toString(jvm.pid())));
        try {
            int exit = new ProcessBuilder(command).start().waitFor();
            if (exit != 0) {
                throw new IOException(command + " ended with " + exit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
