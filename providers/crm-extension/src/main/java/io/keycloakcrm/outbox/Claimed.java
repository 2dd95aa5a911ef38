package io.keycloakcrm.outbox;

/**
 * A parcel that this node holds.
 *
 * @param claimId what the holder must state in each of his transactions
 * @param attempts at sending so far
 */
record Claimed(String id, String realmId, Parcel parcel, String claimId, int attempts) {}
