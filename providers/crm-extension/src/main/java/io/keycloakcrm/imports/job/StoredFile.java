package io.keycloakcrm.imports.job;

/**
 * The file as uploaded.
 *
 * @param name without path and control characters, at most 255 characters
 * @param bytes its size
 * @param sha256 hexadecimal, lower case; {@link #UNKNOWN} while parts are missing
 */
public record StoredFile(String name, long bytes, String sha256) {

    /** Not empty, because some databases take an empty text for null. */
    public static final String UNKNOWN = "-";
}
