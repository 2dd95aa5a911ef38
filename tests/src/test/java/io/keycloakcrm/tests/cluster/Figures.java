package io.keycloakcrm.tests.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a run found out, on the console and in {@code target/cluster-figures.txt}. */
final class Figures {

    private static final System.Logger LOG = System.getLogger("cluster");

    private Figures() {}

    static void note(String figure) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        String line = figure + " [%s, load %.1f]".formatted(System.getProperty("crm.test.db", "postgres"), load);
        LOG.log(System.Logger.Level.INFO, line);
        try {
            Files.writeString(
                    Path.of(System.getProperty("crm.test.work", "target")).resolveSibling("cluster-figures.txt"),
                    line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The seed of what is random, by {@code -Dcluster.seed} the same as in another run. */
    static long seed() {
        long seed = Long.getLong("cluster.seed", System.nanoTime() % 1_000_000);
        note("seed " + seed);
        return seed;
    }
}
