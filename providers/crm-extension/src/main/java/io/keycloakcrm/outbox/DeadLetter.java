package io.keycloakcrm.outbox;

/**
 * Parcels of a realm that could not be delivered for the same reason.
 *
 * @param kind of the parcels
 * @param code why
 * @param number how many, among those that are not erased yet
 * @param latest when the last of them was given up, as an ISO instant
 * @param message why, and what to do, in the reader's language
 */
public record DeadLetter(String kind, String code, long number, String latest, String message) {}
