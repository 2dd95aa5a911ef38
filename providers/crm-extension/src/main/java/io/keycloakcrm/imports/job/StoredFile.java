package io.keycloakcrm.imports.job;

/**
 * The file as uploaded.
 *
 * @param name without path and control characters, at most 255 characters
 * @param bytes its size
 * @param sha256 hexadecimal, lower case
 */
public record StoredFile(String name, long bytes, String sha256) {}
