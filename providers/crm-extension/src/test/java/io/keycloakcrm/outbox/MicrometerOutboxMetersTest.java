package io.keycloakcrm.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MicrometerOutboxMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerOutboxMeters meters = new MicrometerOutboxMeters(registry);

    @Test
    void timesAttemptsByHowTheyEnded() {
        meters.attempt(Outcome.NEVER, TimeUnit.SECONDS.toNanos(2));

        assertThat(registry.get("crm.outbox.delivery")
                        .tag("result", "never")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(2);
    }

    @Test
    void tellsWhatThereIsToDoAndWhatIsLost() {
        meters.load(new OutboxMeters.Load(7, 2, 4_000));

        assertThat(registry.get("crm.outbox.parcels")
                        .tag("state", "waiting")
                        .gauge()
                        .value())
                .isEqualTo(7);
        assertThat(registry.get("crm.outbox.parcels")
                        .tag("state", "dead")
                        .gauge()
                        .value())
                .isEqualTo(2);
        assertThat(registry.get("crm.outbox.lag").timeGauge().value(TimeUnit.SECONDS))
                .isEqualTo(4);
    }

    @Test
    void makesNoSeriesThatWereNotThereFromTheStart() {
        Set<Meter> before = Set.copyOf(registry.getMeters());
        for (Outcome outcome : Outcome.values()) {
            meters.attempt(outcome, 1);
        }

        assertThat(Set.copyOf(registry.getMeters())).isEqualTo(before);
    }
}
