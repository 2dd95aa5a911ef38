package io.keycloakcrm.benchmarks;

import java.util.List;

/**
 * All rounds of one figure.
 *
 * @param note of the last round
 * @param load the highest that a round began with
 */
record Summary(
        String name,
        Unit unit,
        long rows,
        int rounds,
        double median,
        double min,
        double max,
        double load,
        String note) {

    static Summary of(List<Measurement> measurements) {
        double[] values = measurements.stream()
                .mapToDouble(measurement -> measurement.figure().value())
                .sorted()
                .toArray();
        Figure last = measurements.get(measurements.size() - 1).figure();
        int middle = values.length / 2;
        double median = values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
        return new Summary(
                last.name(),
                last.unit(),
                last.rows(),
                values.length,
                median,
                values[0],
                values[values.length - 1],
                measurements.stream().mapToDouble(Measurement::load).max().orElse(0),
                last.note());
    }
}
