package io.keycloakcrm.benchmarks;

import io.keycloakcrm.tests.server.KeycloakDistribution;
import io.keycloakcrm.tests.server.ServerLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code kc.sh} with a command that ends by itself, on the same build as the server. */
final class KcCommand {

    private static final int LIMIT_MINUTES = 30;

    private final Path home;
    private final Path work;
    private final String name;
    private final Map<String, String> environment;

    /** The name is that of its directory and of its logs. */
    KcCommand(KeycloakDistribution distribution, Path work, String name, Map<String, String> environment)
            throws IOException {
        this.home = distribution.copyFor(work.resolve(name));
        this.name = name;
        this.work = work;
        this.environment = environment;
    }

    /** What it logged; fails unless it ended well. */
    ServerLog run(String command, String... arguments) throws IOException, InterruptedException {
        Path log = work.resolve(name + "-" + command + ".log");
        List<String> line = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString(), command, "--optimized"));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        var end = new Thread(() -> kill(process));
        Runtime.getRuntime().addShutdownHook(end);
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("kc.sh " + command + " failed, see " + log);
            }
        } finally {
            kill(process);
            Runtime.getRuntime().removeShutdownHook(end);
        }
        return new ServerLog(log);
    }

    /** The shell stays as the parent of the JVM. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
