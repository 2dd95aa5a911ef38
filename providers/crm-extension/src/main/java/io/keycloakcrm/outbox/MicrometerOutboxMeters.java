package io.keycloakcrm.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Meters in Keycloak's own metrics endpoint. Every series exists from the start, and labels are enums only. */
final class MicrometerOutboxMeters implements OutboxMeters {

    private static final String PREFIX = "crm.outbox.";

    private final Map<Outcome, Timer> attempts = new EnumMap<>(Outcome.class);
    private volatile Load load = new Load(0, 0, 0);

    MicrometerOutboxMeters(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            attempts.put(
                    outcome,
                    Timer.builder(PREFIX + "delivery")
                            .description("Attempts of this node to deliver something, by how that ended")
                            .tag("result", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        parcels(registry, "waiting", Load::waiting);
        parcels(registry, "dead", Load::dead);
        TimeGauge.builder(PREFIX + "lag", this, TimeUnit.MILLISECONDS, meters -> meters.load.lagMillis())
                .description("How long the oldest of what is to go out has been due, for all nodes")
                .strongReference(true)
                .register(registry);
    }

    private void parcels(MeterRegistry registry, String state, ToDoubleFunction<Load> number) {
        Gauge.builder(PREFIX + "parcels", this, meters -> number.applyAsDouble(meters.load))
                .description("What is to go out, and what could not be delivered, for all nodes")
                .tag("state", state)
                .strongReference(true)
                .register(registry);
    }

    @Override
    public void attempt(Outcome outcome, long nanos) {
        Timer timer = attempts.get(outcome);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void load(Load now) {
        load = now;
    }
}
