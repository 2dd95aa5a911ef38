package io.keycloakcrm.benchmarks;

/** What a figure is counted in. */
enum Unit {
    ROWS_PER_SECOND("rows/s"),
    MEBIBYTES("MiB"),
    MAILS_PER_SECOND("mails/s"),
    MILLISECONDS("ms");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }
}
