package io.keycloakcrm.invitation;

/**
 * The row of a file by which a person was made.
 *
 * @param importId the import; its results may be erased by now
 * @param row number of the data row, from 1
 */
public record Origin(String importId, long row) {}
