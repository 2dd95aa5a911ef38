package io.keycloakcrm.tests.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The programs in {@code clients/node} with the libraries that their lock file names. */
final class NodePrograms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int INSTALL_MINUTES = 3;

    private final Path home;

    private NodePrograms(Path home) {
        this.home = home;
    }

    /** Installs them as anybody would, outside the sources. */
    static NodePrograms installed(Path sources, Path home) throws IOException, InterruptedException {
        Files.createDirectories(home);
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, home.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var programs = new NodePrograms(home);
        Process npm = programs.start(
                "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error");
        npm.getOutputStream().close();
        if (!npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
            npm.destroyForcibly();
            throw new IllegalStateException("npm ci takes more than " + INSTALL_MINUTES + " minutes");
        }
        if (npm.exitValue() != 0) {
            throw new IllegalStateException("npm ci failed\n" + programs.errors());
        }
        return programs;
    }

    /** Starts an application that signs somebody in. */
    SignIn signIn(Map<String, String> settings) throws IOException {
        Process process = start("node", "sign-in.js");
        BufferedWriter input = process.outputWriter(StandardCharsets.UTF_8);
        input.write(JSON.writeValueAsString(settings) + "\n");
        input.flush();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        return new SignIn(URI.create(line(output)), process, input, output);
    }

    /** What a resource server answers. */
    JsonNode resourceServer(Map<String, ?> request) throws IOException {
        Process process = start("node", "resource-server.js");
        try (BufferedWriter input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(JSON.writeValueAsString(request));
        }
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            return JSON.readTree(line(output));
        }
    }

    private Process start(String... command) throws IOException {
        try {
            return new ProcessBuilder(List.of(command))
                    .directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.to(
                            home.resolve("errors.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new IOException("The tests need Node.js 20 or newer, with npm, on the path", e);
        }
    }

    private String line(BufferedReader output) throws IOException {
        @Nullable String line = output.readLine();
        return Objects.requireNonNull(line, () -> "the program ended without an answer\n" + errors());
    }

    private String errors() {
        try {
            return Files.readString(home.resolve("errors.log"));
        } catch (IOException e) {
            return "(and its errors cannot be read: " + e + ")";
        }
    }

    /** An application that waits for the browser to come back. */
    final class SignIn implements AutoCloseable {

        private final URI authorization;
        private final Process process;
        private final BufferedWriter input;
        private final BufferedReader output;

        private SignIn(URI authorization, Process process, BufferedWriter input, BufferedReader output) {
            this.authorization = authorization;
            this.process = process;
            this.input = input;
            this.output = output;
        }

        /** Where it sends the browser. */
        URI authorization() {
            return authorization;
        }

        /** What it makes of the address to which the browser was sent back. */
        JsonNode cameBack(URI address) throws IOException {
            input.write(address + "\n");
            input.flush();
            return JSON.readTree(line(output));
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
