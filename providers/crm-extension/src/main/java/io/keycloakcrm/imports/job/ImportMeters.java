package io.keycloakcrm.imports.job;

/** What this node measures of its work on imports; only what is committed counts. */
interface ImportMeters {

    /**
     * Rows that got an outcome, or another one in a later phase.
     *
     * @param inserted whether new members among them are inserted together
     */
    void rows(Phase phase, boolean inserted, boolean dryRun, Outcome outcome, long rows);

    /** A chunk this node is done with, for better or worse. */
    void chunk(Phase phase, ChunkEnd end, long nanos);

    /** A rest of the considerate jobs at this node. */
    void rested(long nanos);

    /** What all nodes together have to do. */
    void load(Load load);

    /**
     * All realms and all nodes.
     *
     * @param active jobs under way
     * @param paused jobs that wait for somebody to resume them
     * @param lagMillis how long the oldest chunk that can be worked has been waiting; 0 if there is none
     */
    record Load(long active, long paused, long lagMillis) {}

    /** What a server without metrics measures. */
    ImportMeters NONE = new ImportMeters() {

        @Override
        public void rows(Phase phase, boolean inserted, boolean dryRun, Outcome outcome, long rows) {}

        @Override
        public void chunk(Phase phase, ChunkEnd end, long nanos) {}

        @Override
        public void rested(long nanos) {}

        @Override
        public void load(Load load) {}
    };
}
