package io.keycloakcrm.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MicrometerMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerMeters meters = new MicrometerMeters(registry);

    @Test
    void countsRowsByOutcome() {
        meters.rows(Phase.MEMBERS, false, false, Outcome.CREATE, 7);
        meters.rows(Phase.MEMBERS, false, true, Outcome.CREATE, 1);

        assertThat(registry.get("crm.import.rows")
                        .tags("phase", "members", "path", "models", "dry.run", "false", "outcome", "create")
                        .counter()
                        .count())
                .isEqualTo(7);
    }

    @Test
    void timesChunksByPhaseAndEnd() {
        meters.chunk(Phase.PREPARE, ChunkEnd.LEASE_LOST, TimeUnit.SECONDS.toNanos(2));

        assertThat(registry.get("crm.import.chunk")
                        .tags("phase", "prepare", "result", "lease_lost")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(2);
    }

    @Test
    void tellsWhatThereIsToDo() {
        meters.load(new ImportMeters.Load(3, 1, 4_000));

        assertThat(registry.get("crm.import.jobs")
                        .tag("state", "active")
                        .gauge()
                        .value())
                .isEqualTo(3);
        assertThat(registry.get("crm.import.jobs")
                        .tag("state", "paused")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(registry.get("crm.import.lag").timeGauge().value(TimeUnit.SECONDS))
                .isEqualTo(4);
    }

    @Test
    void makesNoSeriesThatWereNotThereFromTheStart() {
        Set<Meter> before = Set.copyOf(registry.getMeters());
        for (Phase phase : Phase.values()) {
            for (Outcome outcome : Outcome.values()) {
                meters.rows(phase, false, true, outcome, 1);
            }
            for (ChunkEnd end : ChunkEnd.values()) {
                meters.chunk(phase, end, 1);
            }
        }
        meters.rested(1);

        assertThat(Set.copyOf(registry.getMeters())).isEqualTo(before).hasSizeLessThan(100);
    }

    @Test
    void namesNothingButPhasesOutcomesAndStates() {
        assertThat(registry.getMeters())
                .flatExtracting(meter -> meter.getId().getTags())
                .extracting(Tag::getKey)
                .containsOnly("phase", "path", "dry.run", "outcome", "result", "state");
    }
}
