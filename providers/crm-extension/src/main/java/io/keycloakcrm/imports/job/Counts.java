package io.keycloakcrm.imports.job;

/**
 * How far a job is.
 *
 * @param rows data rows of the file; 0 until they have been counted
 * @param done rows that have an outcome
 * @param tally their outcomes
 */
public record Counts(long rows, long done, Tally tally) {

    static Counts of(long rows, Tally tally) {
        long done = tally.created() + tally.updated() + tally.unchanged() + tally.offboarded() + tally.failed();
        return new Counts(rows, done, tally);
    }
}
