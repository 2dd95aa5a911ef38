package io.keycloakcrm.outbox;

/**
 * Under what name and until when parcels are claimed.
 *
 * @param claimId new for each claim
 * @param now by the database's clock, in milliseconds
 * @param until when others may take over what was not begun
 */
record Lease(String claimId, long now, long until) {}
