package io.keycloakcrm.imports.job;

/**
 * Rows that do not say whom they mean.
 *
 * @param count how many
 * @param first number of the first; 0 if there is none
 */
record KeylessRows(long count, long first) {

    static final KeylessRows NONE = new KeylessRows(0, 0);

    KeylessRows plus(long row) {
        return new KeylessRows(count + 1, first == 0 ? row : first);
    }

    Notice notice() {
        return Notice.of("crm.import.sync-blocked", String.valueOf(count), String.valueOf(first));
    }
}
