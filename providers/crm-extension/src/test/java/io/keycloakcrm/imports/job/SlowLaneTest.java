package io.keycloakcrm.imports.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlowLaneTest {

    private static final long CHUNK = 100;

    private final ImportMeters meters = mock();
    private boolean busy = true;
    private long now;
    private long alarmAt;
    private @Nullable Runnable alarm;
    private int wakes;

    private final SlowLane lane = new SlowLane(() -> busy, () -> now, this::setAlarm, () -> wakes++, meters);

    @Test
    void letsOneInAtATime() {
        assertThat(lane.enter()).isTrue();
        assertThat(lane.enter()).isFalse();
    }

    @Test
    void isFreeAtOnceForWhoeverFoundNothingToDo() {
        lane.enter();
        lane.leave();

        assertThat(lane.enter()).isTrue();
    }

    @Test
    void doesNotRestWhenNobodySignsIn() {
        busy = false;
        workFor(CHUNK);

        assertThat(lane.enter()).isTrue();
        verify(meters, never()).rested(anyLong());
    }

    @Test
    void restsInProportionToTheWorkWhilePeopleSignIn() {
        workFor(CHUNK);

        passUntilFree();

        assertThat(TimeUnit.NANOSECONDS.toMillis(now)).isBetween(CHUNK * 28, CHUNK * 28 + 5);
        assertThat(lane.enter()).isTrue();
    }

    @Test
    void isAtWorkForLessThanFivePercentOfTheTime() {
        for (int i = 0; i < 10; i++) {
            workFor(CHUNK);
            passUntilFree();
        }

        assertThat(10.0 * CHUNK / TimeUnit.NANOSECONDS.toMillis(now)).isBetween(0.03, 0.04);
    }

    @Test
    void turnsAwayWhoeverComesDuringTheRest() {
        workFor(CHUNK);

        ringOnce();

        assertThat(lane.enter()).isFalse();
        assertThat(wakes).isZero();
    }

    @Test
    void wakesTheWorkersAfterTheRest() {
        workFor(CHUNK);

        passUntilFree();

        assertThat(wakes).isOne();
        verify(meters).rested(anyLong());
    }

    @Test
    void endsTheRestSoonAfterPeopleHaveGone() {
        workFor(1_000);
        ringOnce();
        long before = now;

        busy = false;
        passUntilFree();

        assertThat(now - before).isLessThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(SlowLane.LOOK_MILLIS));
    }

    @Test
    void restsNoLongerThanAHalfMinute() {
        workFor(60_000);
        long before = now;

        passUntilFree();

        assertThat(TimeUnit.NANOSECONDS.toMillis(now - before))
                .isBetween(SlowLane.LONGEST_REST_MILLIS, SlowLane.LONGEST_REST_MILLIS + 5);
    }

    private void workFor(long millis) {
        assertThat(lane.enter()).isTrue();
        now += TimeUnit.MILLISECONDS.toNanos(millis);
        lane.leave(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private void setAlarm(long millis, Runnable task) {
        alarmAt = now + TimeUnit.MILLISECONDS.toNanos(millis);
        alarm = task;
    }

    private void ringOnce() {
        Runnable ringing = alarm;
        assertThat(ringing).isNotNull();
        alarm = null;
        now = alarmAt;
        ringing.run();
    }

    private void passUntilFree() {
        while (alarm != null) {
            ringOnce();
        }
    }
}
