package io.keycloakcrm.outbox;

/** What this node measures of what goes out. */
interface OutboxMeters {

    /** An attempt of this node. */
    void attempt(Outcome outcome, long nanos);

    /** What all nodes together have to do. */
    void load(Load load);

    /**
     * All realms and all nodes.
     *
     * @param waiting parcels that are to go out
     * @param dead parcels that could not be delivered and are not erased yet
     * @param lagMillis how long the oldest has been due; 0 if none is
     */
    record Load(long waiting, long dead, long lagMillis) {}

    /** What a server without metrics measures. */
    OutboxMeters NONE = new OutboxMeters() {

        @Override
        public void attempt(Outcome outcome, long nanos) {}

        @Override
        public void load(Load load) {}
    };
}
