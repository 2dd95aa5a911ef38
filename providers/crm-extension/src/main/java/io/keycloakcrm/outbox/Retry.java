package io.keycloakcrm.outbox;

import java.util.concurrent.TimeUnit;

/**
 * When a delivery that failed is tried again: after a while, after twice as long, and so on up to an hour, each a little
 * sooner or later by chance, so that what failed together does not come back together.
 *
 * @param firstMillis the first wait
 * @param most attempts before it is given up; the defaults come to about a day
 */
record Retry(long firstMillis, int most) {

    static final long DEFAULT_FIRST_MILLIS = 30_000;
    static final int DEFAULT_MOST = 30;

    private static final long LONGEST_MILLIS = TimeUnit.HOURS.toMillis(1);
    private static final int DOUBLINGS = 20;

    Retry {
        if (firstMillis < 1 || firstMillis > LONGEST_MILLIS || most < 1) {
            throw new IllegalArgumentException("retry-millis 1 to " + LONGEST_MILLIS + ", max-attempts >= 1");
        }
    }

    boolean isLast(int attempt) {
        return attempt >= most;
    }

    /**
     * How long to wait.
     *
     * @param attempt the one that failed, from 1
     * @param chance from 0 (inclusive) to 1 (exclusive)
     */
    long millisAfter(int attempt, double chance) {
        long wait = Math.min(LONGEST_MILLIS, firstMillis << Math.min(attempt - 1, DOUBLINGS));
        return (long) (wait * (0.75 + chance / 2));
    }
}
