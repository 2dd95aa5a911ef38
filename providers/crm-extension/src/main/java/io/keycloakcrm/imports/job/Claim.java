package io.keycloakcrm.imports.job;

/**
 * A chunk that this node holds.
 *
 * @param fence what the holder must state in each of his transactions
 * @param attempts claims so far, this one included
 */
record Claim(
        String realmId,
        String importId,
        String chunkId,
        Phase phase,
        int number,
        long firstRow,
        long lastRow,
        long fence,
        int attempts) {

    Claim won() {
        return new Claim(realmId, importId, chunkId, phase, number, firstRow, lastRow, fence + 1, attempts + 1);
    }
}
