package io.keycloakcrm.imports.job;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Meters in Keycloak's own metrics endpoint. Every series exists from the start, so that the first import after a start
 * is an increase from zero; labels are enums only, so there are as many series after a million rows.
 */
final class MicrometerMeters implements ImportMeters {

    private static final String PREFIX = "crm.import.";

    private record RowsKey(Phase phase, boolean inserted, boolean dryRun, Outcome outcome) {}

    private record ChunkKey(Phase phase, ChunkEnd end) {}

    private final Map<RowsKey, Counter> rows = new HashMap<>();
    private final Map<ChunkKey, Timer> chunks = new HashMap<>();
    private final Timer rests;
    private volatile Load load = new Load(0, 0, 0);

    MicrometerMeters(MeterRegistry registry) {
        for (Phase phase : Phase.values()) {
            for (ChunkEnd end : ChunkEnd.values()) {
                chunks.put(new ChunkKey(phase, end), chunkTimer(registry, phase, end));
            }
        }
        for (Phase phase : EnumSet.complementOf(EnumSet.of(Phase.PREPARE, Phase.DEPARTMENTS, Phase.INVITATIONS))) {
            for (Outcome outcome : Outcome.values()) {
                for (boolean dryRun : new boolean[] {false, true}) {
                    addRows(registry, new RowsKey(phase, false, dryRun, outcome));
                    if (phase == Phase.MEMBERS) {
                        addRows(registry, new RowsKey(phase, true, dryRun, outcome));
                    }
                }
            }
        }
        rests = Timer.builder(PREFIX + "rest")
                .description("Rests that imports of the considerate pace take at this node while people sign in")
                .register(registry);
        jobGauge(registry, "active", Load::active);
        jobGauge(registry, "paused", Load::paused);
        TimeGauge.builder(PREFIX + "lag", this, TimeUnit.MILLISECONDS, meters -> meters.load.lagMillis())
                .description("How long the oldest open piece of an active import has been waiting, for all nodes")
                .strongReference(true)
                .register(registry);
    }

    private static Timer chunkTimer(MeterRegistry registry, Phase phase, ChunkEnd end) {
        return Timer.builder(PREFIX + "chunk")
                .description("Pieces of imports this node worked, by how that ended")
                .tag("phase", tag(phase))
                .tag("result", tag(end))
                .register(registry);
    }

    private void addRows(MeterRegistry registry, RowsKey key) {
        rows.put(key, rowCounter(registry, key));
    }

    private static Counter rowCounter(MeterRegistry registry, RowsKey key) {
        return Counter.builder(PREFIX + "rows")
                .description("Rows to which this node gave an outcome")
                .baseUnit(BaseUnits.ROWS)
                .tag("phase", tag(key.phase()))
                .tag("path", key.inserted() ? "inserts" : "models")
                .tag("dry.run", String.valueOf(key.dryRun()))
                .tag("outcome", tag(key.outcome()))
                .register(registry);
    }

    private void jobGauge(MeterRegistry registry, String state, ToDoubleFunction<Load> number) {
        Gauge.builder(PREFIX + "jobs", this, meters -> number.applyAsDouble(meters.load))
                .description("Imports of all realms, for all nodes")
                .tag("state", state)
                .strongReference(true)
                .register(registry);
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void rows(Phase phase, boolean inserted, boolean dryRun, Outcome outcome, long number) {
        Counter counter = rows.get(new RowsKey(phase, inserted, dryRun, outcome));
        if (counter != null) {
            counter.increment((double) number);
        }
    }

    @Override
    public void chunk(Phase phase, ChunkEnd end, long nanos) {
        Timer timer = chunks.get(new ChunkKey(phase, end));
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void rested(long nanos) {
        rests.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void load(Load now) {
        load = now;
    }
}
