package io.keycloakcrm.imports.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is and how fast, by what the database says, so that every node says the same.
 *
 * @param done rows that have an outcome
 * @param rate rows worked per second in the last minute of work, before which nothing counts that was before a pause; 0
 *     while nothing is known and while the job is paused
 * @param secondsLeft how long the rest takes at that rate; null while nothing is known, paused, and at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(long done, double rate, @Nullable Long secondsLeft) {

    static final long RECENT_MILLIS = 60_000;

    static Progress of(ImportJob job, Counts counts, ProgressRepository chunks, long now) {
        boolean active = ImportState.ACTIVE.contains(job.state());
        @Nullable Instant resumed = job.moments().resumedAt();
        @Nullable Instant finished = job.moments().finishedAt();
        if (resumed == null || (!active && finished == null)) {
            return new Progress(counts.done(), 0, null);
        }
        ProgressRepository.Work work = chunks.work(job.id());
        if (work.openedAt() == null) {
            return new Progress(counts.done(), 0, null);
        }
        long end = finished == null ? now : finished.toEpochMilli();
        long begin = Math.max(end - RECENT_MILLIS, Math.max(resumed.toEpochMilli(), work.openedAt()));
        double rate = chunks.rowsSince(job.id(), begin) * 1000.0 / Math.max(1, end - begin);
        boolean known = active && rate > 0;
        return new Progress(
                counts.done(),
                Math.round(rate * 10) / 10.0,
                known ? (Long) (long) Math.ceil(work.rowsLeft() / rate) : null);
    }
}
