package io.keycloakcrm.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1); // nanoTime may overflow at any moment
    private final Pace pace = new Pace(100, clock::get);

    @Test
    void letsTheFirstGoAtOnceAndTheOthersInTurn() {
        assertThat(pace.reserve()).isZero();
        assertThat(pace.reserve()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(10));
        assertThat(pace.reserve()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(20));
    }

    @Test
    void doesNotMakeUpForWhatWasNotUsed() {
        pace.reserve();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(60));

        assertThat(pace.reserve()).isZero();
        assertThat(pace.reserve()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(10));
    }

    @Test
    void letsNobodyGoOnceStopped() throws InterruptedException {
        pace.stop();

        assertThat(pace.await()).isFalse();
    }
}
