package io.keycloakcrm.imports.file;

/**
 * How the bytes of a file become rows; decided once at analysis and stored with the job.
 *
 * @param charset Java's canonical name: {@code UTF-8}, {@code UTF-16LE}, {@code GB18030}, {@code Big5}, {@code
 *     windows-1252}, …
 * @param delimiter comma, semicolon, tab or vertical bar
 * @param headerLine line of the header in the file, from 1; lines above it are notes
 * @param guarded the file carries our {@code crm_result} column: one leading apostrophe of each cell is our formula
 *     guard and is taken off again
 */
public record Dialect(String charset, char delimiter, int headerLine, boolean guarded) {}
