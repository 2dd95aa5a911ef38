package io.keycloakcrm.imports.job;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Where considerate jobs go at this node: one chunk at a time, and after it a rest in proportion to what the chunk took,
 * as long as people sign in. No thread waits for its end; whoever comes meanwhile is turned away and free for other
 * jobs.
 *
 * <p>The proportion is what keeps people unaware: of a hundred sign-ins less than five meet a chunk at work, so the
 * ninety-fifth slowest is one that met none.
 */
final class SlowLane {

    /** Rest per unit of work: the lane is at work for 3.6 % of the time. */
    static final int REST_PER_WORK = 27;

    /** A preparation may take a minute; nobody gains if half an hour of nothing follows. */
    static final long LONGEST_REST_MILLIS = 30_000;

    /** How soon a rest ends that nobody needs any more. */
    static final long LOOK_MILLIS = 1_000;

    private final BooleanSupplier busy;
    private final LongSupplier nanos;
    private final Alarm alarm;
    private final Runnable whenFree;
    private final ImportMeters meters;
    private boolean taken;

    /** Runs something later, on a thread of its own choice; nothing at all once the server stops. */
    interface Alarm {
        void in(long millis, Runnable task);
    }

    /**
     * A free lane.
     *
     * @param busy whether people sign in
     * @param nanos a clock that never goes back
     * @param whenFree is told after a rest that there may be work
     */
    SlowLane(BooleanSupplier busy, LongSupplier nanos, Alarm alarm, Runnable whenFree, ImportMeters meters) {
        this.busy = busy;
        this.nanos = nanos;
        this.alarm = alarm;
        this.whenFree = whenFree;
        this.meters = meters;
    }

    /** Whether the caller may work now; he then has to leave. */
    synchronized boolean enter() {
        boolean free = !taken;
        taken = true;
        return free;
    }

    /** Leaves without having worked. */
    synchronized void leave() {
        taken = false;
    }

    /** Leaves after work, which makes the lane rest if people sign in. */
    void leave(long workedNanos) {
        if (!busy.getAsBoolean()) {
            leave();
            return;
        }
        long start = nanos.getAsLong();
        rest(start, start + Math.min(workedNanos * REST_PER_WORK, TimeUnit.MILLISECONDS.toNanos(LONGEST_REST_MILLIS)));
    }

    private void rest(long start, long end) {
        long now = nanos.getAsLong();
        if (now - end >= 0 || !busy.getAsBoolean()) {
            meters.rested(now - start);
            leave();
            whenFree.run();
            return;
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - now) + 1;
        alarm.in(Math.min(left, LOOK_MILLIS), () -> rest(start, end));
    }
}
