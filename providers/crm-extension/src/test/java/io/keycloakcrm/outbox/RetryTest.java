package io.keycloakcrm.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryTest {

    private static final double MIDDLE = 0.5;

    private final Retry retry = new Retry(30_000, 30);

    @Test
    void waitsTwiceAsLongEachTime() {
        assertThat(IntStream.rangeClosed(1, 4).mapToLong(attempt -> retry.millisAfter(attempt, MIDDLE)))
                .containsExactly(30_000L, 60_000L, 120_000L, 240_000L);
    }

    @Test
    void waitsAnHourAtMost() {
        assertThat(retry.millisAfter(29, MIDDLE)).isEqualTo(TimeUnit.HOURS.toMillis(1));
    }

    @Test
    void spreadsWhatFailedTogether() {
        assertThat(retry.millisAfter(1, 0)).isEqualTo(22_500);
        assertThat(retry.millisAfter(1, 0.999)).isBetween(37_400L, 37_500L);
    }

    @Test
    void goesOnForAboutADay() {
        long sum = IntStream.range(1, 30)
                .mapToLong(attempt -> retry.millisAfter(attempt, MIDDLE))
                .sum();

        assertThat(TimeUnit.MILLISECONDS.toHours(sum)).isBetween(20L, 28L);
        assertThat(retry.isLast(29)).isFalse();
        assertThat(retry.isLast(30)).isTrue();
    }

    @Test
    void refusesWaitsOfNothing() {
        assertThatThrownBy(() -> new Retry(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Retry(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
