package io.keycloakcrm.imports.file;

/**
 * A physical line.
 *
 * @param number from 1
 * @param text without its end
 * @param end CR, LF, CRLF, or nothing at the end of the file
 * @param cut the line was longer than {@link LineReader#MAX_CHARACTERS}; what went past that is gone
 */
record Line(long number, String text, String end, boolean cut) {}
