package io.keycloakcrm.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SetbacksTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1); // nanoTime may overflow at any moment
    private final Setbacks setbacks = new Setbacks(clock::get);

    @Test
    void letsAJobRestTwiceAsLongEachTime() {
        setbacks.add("job");
        assertThat(restsAfterMillis(900)).isTrue();
        assertThat(restsAfterMillis(200)).isFalse();

        setbacks.add("job");
        assertThat(restsAfterMillis(1900)).isTrue();
        assertThat(restsAfterMillis(200)).isFalse();
    }

    @Test
    void countsEachJobByItself() {
        setbacks.add("job");

        assertThat(setbacks.add("job")).isEqualTo(2);
        assertThat(setbacks.add("other")).isEqualTo(1);
        assertThat(setbacks.rests("third")).isFalse();
    }

    @Test
    void beginsAnewAfterASuccess() {
        setbacks.add("job");
        setbacks.forget("job");

        assertThat(setbacks.rests("job")).isFalse();
        assertThat(setbacks.add("job")).isEqualTo(1);
    }

    @Test
    void forgetsJobsThatAreNotWorkedAnyMore() {
        setbacks.add("job");
        setbacks.keepOnly(List.of("other"));

        assertThat(setbacks.add("job")).isEqualTo(1);
    }

    @Test
    void staysAtTheMostItCounts() {
        for (int i = 0; i < 80; i++) {
            setbacks.add("job");
        }

        assertThat(setbacks.add("job")).isGreaterThanOrEqualTo(Setbacks.MOST);
        assertThat(restsAfterMillis(15_900)).isTrue();
        assertThat(restsAfterMillis(200)).isFalse();
    }

    private boolean restsAfterMillis(long millis) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
        return setbacks.rests("job");
    }
}
