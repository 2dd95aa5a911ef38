package io.keycloakcrm.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server that writes to this terminal and dies with this process. */
final class ChildProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 200;
    private static final long GRACE_SECONDS = 25;

    private final String name;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    static ChildProcess start(String name, ProcessBuilder command) throws IOException {
        command.redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.INHERIT);
        var child = new ChildProcess(name, command.start());
        Runtime.getRuntime().addShutdownHook(new Thread(child::stop, "stop " + name));
        return child;
    }

    /**
     * Waits until {@code url} answers 200, which the open port alone does not promise.
     *
     * @return whether it does; false where the process ended before
     */
    boolean awaitAnswer(URI url) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(url)) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart("%s did not answer %s within %d minutes; its log above may say why."
                        .formatted(name, url, PATIENCE.toMinutes()));
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

    /** Blocks until the process ends and returns its exit code. */
    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** A server may be a child of a shell script, so whoever outlives the script is stopped by its own handle. */
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
