package io.keycloakcrm.imports.job;

/**
 * Where the people of a file are, kept with it so that a change of the realm's settings in mid-job changes nothing.
 *
 * @param region ISO 3166-1 code of telephone numbers without country code
 * @param zone id of the time zone in which days begin and end
 */
public record Locality(String region, String zone) {}
