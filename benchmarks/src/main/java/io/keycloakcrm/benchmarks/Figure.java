package io.keycloakcrm.benchmarks;

/**
 * One thing measured once.
 *
 * @param name of the line of the table it belongs to
 * @param rows how many users it was about
 * @param note what is worth knowing beside the number; empty if nothing
 */
record Figure(String name, Unit unit, double value, long rows, String note) {

    static Figure rate(String name, long rows, double seconds, String note) {
        return new Figure(name, Unit.ROWS_PER_SECOND, rows / seconds, rows, note);
    }
}
