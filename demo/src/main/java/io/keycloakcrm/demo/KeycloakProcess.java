package io.keycloakcrm.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Keycloak in development mode as a child process that writes to the terminal and dies with this one. */
final class KeycloakProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 200;
    private static final long GRACE_SECONDS = 25;

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();

    private KeycloakProcess(Process process) {
        this.process = process;
    }

    static KeycloakProcess start(Path home, String databaseUrl, int port, int managementPort) throws IOException {
        var command = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--health-enabled=true",
                        // Its probe waits 10 s for a D-Bus that most machines do not run.
                        "--spi-storage--sssd--enabled=false",
                        "--http-host=" + Ports.HOST,
                        "--http-port=" + port,
                        "--http-management-port=" + managementPort)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", Administrator.USERNAME);
        command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", Administrator.PASSWORD);
        // Not an argument: kc.sh is a shell script and the URL has semicolons.
        command.environment().put("KC_DB_URL", databaseUrl);
        var keycloak = new KeycloakProcess(command.start());
        Runtime.getRuntime().addShutdownHook(new Thread(keycloak::stop, "stop-keycloak"));
        return keycloak;
    }

    /**
     * Waits until {@code url} answers 200, which the open port alone does not promise.
     *
     * @return whether it does; false where Keycloak ended before
     */
    boolean awaitAnswer(URI url) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(url)) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart("Keycloak did not answer %s within %d minutes; its log above may say why."
                        .formatted(url, PATIENCE.toMinutes()));
            }
        }
        return true;
    }

    private boolean answers(URI url) throws InterruptedException {
        var request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(5)).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Blocks until Keycloak ends and returns its exit code. */
    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** The server is a child of the shell script, so whoever outlives the script is stopped by its own handle. */
    private void stop() {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        process.destroy();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(GRACE_SECONDS);
        for (ProcessHandle member : family) {
            if (!endsBefore(deadline, member)) {
                member.destroyForcibly();
            }
        }
    }

    private static boolean endsBefore(long deadline, ProcessHandle member) {
        long nanosLeft = Math.max(0, deadline - System.nanoTime());
        return member.onExit()
                .thenApply(ended -> true)
                .completeOnTimeout(false, nanosLeft, TimeUnit.NANOSECONDS)
                .join();
    }
}
