package io.keycloakcrm.background;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Work on which this node came to nothing through no fault of the work, and how long it now leaves it alone: a second at
 * first, twice as long each time. Of this node alone, because another may well reach what this one does not.
 */
public final class Setbacks {

    /** From here on the rest grows no longer. */
    public static final int MOST = 5;

    private static final long FIRST_REST_NANOS = 1_000_000_000L;

    private final LongSupplier nanoTime;
    private final Map<String, Setback> byWork = new HashMap<>();

    private record Setback(int times, long nanoTime) {

        boolean restsAt(long now) {
            return now - nanoTime < FIRST_REST_NANOS << (times - 1);
        }
    }

    public Setbacks(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Counts one more and answers how many there are now. */
    public synchronized int add(String key) {
        int times = timesOf(key) + 1;
        byWork.put(key, new Setback(Math.min(times, MOST), nanoTime.getAsLong()));
        return times;
    }

    public synchronized boolean rests(String key) {
        return Optional.ofNullable(byWork.get(key))
                .map(setback -> setback.restsAt(nanoTime.getAsLong()))
                .orElse(false);
    }

    /** It goes on. */
    public synchronized void forget(String key) {
        byWork.remove(key);
    }

    /** What ended otherwise needs no memory. */
    public synchronized void keepOnly(Collection<String> keys) {
        byWork.keySet().retainAll(keys);
    }

    private int timesOf(String key) {
        return Optional.ofNullable(byWork.get(key)).map(Setback::times).orElse(0);
    }
}
