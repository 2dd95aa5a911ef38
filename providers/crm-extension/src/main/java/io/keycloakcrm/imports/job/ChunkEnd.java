package io.keycloakcrm.imports.job;

/** How a node's work on a chunk ended. */
enum ChunkEnd {
    /** Committed as a whole. */
    DONE,
    /** Failed as a whole and was then committed row by row. */
    REPLAYED,
    /** Another node has it by now; nothing of this node's work counts. */
    LEASE_LOST,
    /** The administrator lost his right; the job is paused. */
    RIGHT_LOST,
    /** Ended by an error; taken up again by itself, unless that error ended the job. */
    FAILED
}
