package io.keycloakcrm.benchmarks;

import java.io.IOException;
import java.util.List;

/**
 * Imports of small files, one after the other, until the server has compiled what it needs for them. A young JVM spends a
 * third of two cores on that for the first half minute, which is worth a figure of its own: that of the first file.
 *
 * @param step {@code start} or {@code dry-run}
 */
record ImportWarmUp(Bench bench, String step) {

    private static final int ROWS = 10_000;

    /**
     * Warms up, if nobody did it for this step on this server.
     *
     * @return the rate of the first file, if it was the first
     */
    List<Figure> run(String name) throws IOException {
        if (!bench.isFirst(step)) {
            return List.of();
        }
        double total = seconds();
        Figure cold = Figure.rate(name + "-cold", ROWS, total, "the first import of a new server");
        while (total < bench.options().warmUpSeconds()) {
            total += seconds();
        }
        return List.of(cold);
    }

    private double seconds() throws IOException {
        return ImportJob.uploaded(bench.newRealm().api(), bench.file(ROWS))
                .seconds(step, bench.options().pace());
    }
}
