package io.keycloakcrm.imports.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final long NOW = 10_000_000;

    private final ProgressRepository chunks = mock();

    @Test
    void isUnknownBeforeTheStart() {
        Progress progress = progress(job(ImportState.ANALYSED, null, null));

        assertThat(progress).isEqualTo(new Progress(40, 0, null));
    }

    @Test
    void isUnknownDuringThePreparation() {
        worked(null, 0, 0, 0);

        assertThat(progress(job(ImportState.RUNNING, NOW - 5_000, null))).isEqualTo(new Progress(40, 0, null));
    }

    @Test
    void isUnknownUntilTheFirstChunkIsDone() {
        worked(NOW - 1_000, 500, NOW - 1_000, 0);

        assertThat(progress(job(ImportState.RUNNING, NOW - 5_000, null)).secondsLeft())
                .isNull();
    }

    @Test
    void countsFromWhenTheFirstRowCouldBeWorked() {
        worked(NOW - 2_000, 500, NOW - 2_000, 200);

        assertThat(progress(job(ImportState.RUNNING, NOW - 30_000, null))).isEqualTo(new Progress(40, 100, 5L));
    }

    @Test
    void countsTheLastMinuteOnly() {
        worked(NOW - 600_000, 1_000, NOW - 60_000, 600);

        assertThat(progress(job(ImportState.RUNNING, NOW - 700_000, null))).isEqualTo(new Progress(40, 10, 100L));
    }

    @Test
    void countsNothingFromBeforeAPause() {
        worked(NOW - 600_000, 1_000, NOW - 4_000, 200);

        assertThat(progress(job(ImportState.RUNNING, NOW - 4_000, null))).isEqualTo(new Progress(40, 50, 20L));
    }

    @Test
    void standsStillWhilePaused() {
        worked(NOW - 600_000, 1_000, NOW - 60_000, 600);

        assertThat(progress(job(ImportState.PAUSED, NOW - 600_000, null))).isEqualTo(new Progress(40, 0, null));
    }

    @Test
    void tellsTheLastSpeedAndNoTimeLeftAtTheEnd() {
        worked(NOW - 600_000, 0, NOW - 560_000, 1_200);

        assertThat(progress(job(ImportState.COMPLETED, NOW - 600_000, NOW - 500_000)))
                .isEqualTo(new Progress(40, 20, null));
    }

    private void worked(@Nullable Long openedAt, long rowsLeft, long since, long rows) {
        when(chunks.work(anyString())).thenReturn(new ProgressRepository.Work(openedAt, rowsLeft));
        when(chunks.rowsSince("import", since)).thenReturn(rows);
    }

    private Progress progress(ImportJob job) {
        return Progress.of(job, new Counts(100, 40, Tally.ZERO), chunks, NOW);
    }

    private static ImportJob job(ImportState state, @Nullable Long resumed, @Nullable Long finished) {
        var moments = new Moments(Instant.EPOCH, instant(resumed), instant(resumed), instant(finished));
        ImportJob job = mock();
        when(job.id()).thenReturn("import");
        when(job.state()).thenReturn(state);
        when(job.moments()).thenReturn(moments);
        return job;
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
