package io.keycloakcrm.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that was measured, in the order of time. */
final class Journal {

    private final List<Measurement> measurements = new ArrayList<>();

    void add(Measurement measurement) {
        measurements.add(measurement);
    }

    List<Measurement> all() {
        return List.copyOf(measurements);
    }

    /** One line for each name, in the order in which they were first measured. */
    Collection<Summary> summaries() {
        Map<String, List<Measurement>> byName = new LinkedHashMap<>();
        for (Measurement measurement : measurements) {
            byName.computeIfAbsent(measurement.figure().name(), name -> new ArrayList<>())
                    .add(measurement);
        }
        return byName.values().stream().map(Summary::of).toList();
    }

    Optional<Summary> summary(String name) {
        return summaries().stream().filter(line -> line.name().equals(name)).findFirst();
    }
}
