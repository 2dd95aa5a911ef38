package io.keycloakcrm.imports.job;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * Whether people sign in at this node. Told of every sign-in, so it keeps nothing but the moments of the last few: if the
 * oldest of them is recent, people come and go.
 */
final class SignIns {

    /** An administrator who signs in to look at an import is no crowd. */
    static final int CROWD = 3;

    static final long RECENT_MILLIS = 15_000;

    private final LongSupplier nanos;
    private final AtomicLong count = new AtomicLong();
    private final AtomicLongArray moments = new AtomicLongArray(CROWD);

    /** @param nanos a clock that never goes back, as {@link System#nanoTime} */
    SignIns(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void add() {
        moments.set((int) (count.getAndIncrement() % CROWD), nanos.getAsLong());
    }

    /** Whether at least {@link #CROWD} sign-ins were within the last {@link #RECENT_MILLIS}. */
    boolean areFrequent() {
        if (count.get() < CROWD) {
            return false;
        }
        long now = nanos.getAsLong();
        for (int i = 0; i < CROWD; i++) {
            if (now - moments.get(i) > TimeUnit.MILLISECONDS.toNanos(RECENT_MILLIS)) {
                return false;
            }
        }
        return true;
    }
}
