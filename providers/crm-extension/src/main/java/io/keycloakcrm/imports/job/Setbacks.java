package io.keycloakcrm.imports.job;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Jobs on which this node came to nothing through the database's fault, and how long it now leaves them alone: a second
 * at first, twice as long each time. Of this node alone, because another may well reach the database.
 */
final class Setbacks {

    /** A job that came to nothing this often in a row is paused: it waits for somebody who mends the database. */
    static final int MOST = 5;

    private static final long FIRST_REST_NANOS = 1_000_000_000L;

    private final LongSupplier nanoTime;
    private final Map<String, Setback> byJob = new HashMap<>();

    private record Setback(int times, long nanoTime) {

        boolean restsAt(long now) {
            return now - nanoTime < FIRST_REST_NANOS << (times - 1);
        }
    }

    Setbacks(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Counts one more and answers how many there are now. */
    synchronized int add(String importId) {
        int times = timesOf(importId) + 1;
        byJob.put(importId, new Setback(Math.min(times, MOST), nanoTime.getAsLong()));
        return times;
    }

    synchronized boolean rests(String importId) {
        return Optional.ofNullable(byJob.get(importId))
                .map(setback -> setback.restsAt(nanoTime.getAsLong()))
                .orElse(false);
    }

    /** The job goes on. */
    synchronized void forget(String importId) {
        byJob.remove(importId);
    }

    /** Jobs that ended otherwise need no memory. */
    synchronized void keepOnly(Collection<String> importIds) {
        byJob.keySet().retainAll(importIds);
    }

    private int timesOf(String importId) {
        return Optional.ofNullable(byJob.get(importId)).map(Setback::times).orElse(0);
    }
}
