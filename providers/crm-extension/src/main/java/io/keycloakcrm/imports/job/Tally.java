package io.keycloakcrm.imports.job;

/**
 * How many rows had which outcome. A later phase that changes a row's outcome subtracts from one and adds to another,
 * so the tally of a single chunk may be negative; sums over a job are not.
 */
public record Tally(long created, long updated, long unchanged, long offboarded, long failed) {

    static final Tally ZERO = new Tally(0, 0, 0, 0, 0);

    long of(Outcome outcome) {
        return switch (outcome) {
            case CREATE -> created;
            case UPDATE -> updated;
            case UNCHANGED -> unchanged;
            case OFFBOARD -> offboarded;
            case ERROR -> failed;
        };
    }

    Tally plus(Outcome outcome, long n) {
        return switch (outcome) {
            case CREATE -> new Tally(created + n, updated, unchanged, offboarded, failed);
            case UPDATE -> new Tally(created, updated + n, unchanged, offboarded, failed);
            case UNCHANGED -> new Tally(created, updated, unchanged + n, offboarded, failed);
            case OFFBOARD -> new Tally(created, updated, unchanged, offboarded + n, failed);
            case ERROR -> new Tally(created, updated, unchanged, offboarded, failed + n);
        };
    }
}
