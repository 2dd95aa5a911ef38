package io.keycloakcrm.tests.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The unpacked Keycloak distribution with provider jars, built ({@code kc.sh build}) once for the same jars and options;
 * every node runs on a copy of it that costs nothing.
 */
public final class KeycloakDistribution {

    private static final List<String> BUILD_OPTIONS = List.of(
            "--health-enabled=true",
            "--metrics-enabled=true",
            // Otherwise the build waits ten seconds for a D-Bus that nobody runs.
            "--spi-storage--sssd--enabled=false");

    private final Path home;

    private KeycloakDistribution(Path home) {
        this.home = home;
    }

    /**
     * The distribution with its jars, built unless an earlier run has done so.
     *
     * @param pristine the distribution as unpacked; it is not changed
     * @param providers directory of the provider jars
     * @param work where built distributions and nodes are kept
     * @param options of the build besides those every test server has, such as {@code --db=postgres}
     */
    public static KeycloakDistribution built(Path pristine, Path providers, Path work, List<String> options)
            throws IOException, InterruptedException {
        List<Path> jars = jarsIn(providers);
        var allOptions = new ArrayList<>(BUILD_OPTIONS);
        allOptions.addAll(options);
        Path home = work.resolve("keycloak-" + fingerprint(pristine, jars, allOptions));
        Path built = home.resolve(".built");
        if (!Files.exists(built)) {
            new FileTree(home).delete();
            new FileTree(pristine).copyTo(home);
            for (Path jar : jars) {
                Files.copy(jar, home.resolve("providers").resolve(jar.getFileName()));
            }
            build(home, allOptions, work.resolve(home.getFileName() + "-build.log"));
            Files.createFile(built);
        }
        return new KeycloakDistribution(home);
    }

    /** A home for one node; what an earlier node of this name left is gone. */
    public Path copyFor(Path target) throws IOException {
        new FileTree(target).delete();
        new FileTree(home).linkTo(target);
        return target;
    }

    private static void build(Path home, List<String> options, Path log) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString(), "build"));
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException("kc.sh build takes more than five minutes\n" + new ServerLog(log).tail());
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("kc.sh build failed\n" + new ServerLog(log).tail());
        }
    }

    private static List<Path> jarsIn(Path providers) throws IOException {
        try (Stream<Path> files = Files.list(providers)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static String fingerprint(Path pristine, List<Path> jars, List<String> options) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((pristine.getFileName() + " " + options).getBytes(StandardCharsets.UTF_8));
            for (Path jar : jars) {
                digest.update(Files.readAllBytes(jar));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
