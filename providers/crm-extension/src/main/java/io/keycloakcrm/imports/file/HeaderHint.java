package io.keycloakcrm.imports.file;

/** Knows headings, so that the header of a file is found among the note rows above it. */
@FunctionalInterface
public interface HeaderHint {

    /** Whether a column with exactly this heading, as written in the file, has a known meaning. */
    boolean knows(String heading);

    /** Knows no heading: the header is then found by the shape of the file alone. */
    static HeaderHint none() {
        return heading -> false;
    }
}
