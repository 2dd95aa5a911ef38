package io.keycloakcrm.outbox;

/** The parcels of one kind in one realm, which go out by the same door: if it is closed to one, it is to all. */
record Queue(String realmId, String kind) {

    @Override
    public String toString() {
        return realmId + "/" + kind;
    }
}
