package io.keycloakcrm.outbox;

/** How an attempt of this node ended. */
enum Outcome {
    SENT,
    WITHDRAWN,
    /** Tried again. */
    LATER,
    /** Tried again, and others wait. */
    DOWN,
    /** Given up. */
    NEVER,
    /** Nobody knows whether it is out. */
    UNCERTAIN,
    /** It was not this node's any more. */
    LOST;

    static Outcome of(Undelivered.Fault fault) {
        return switch (fault) {
            case LATER -> LATER;
            case DOWN -> DOWN;
            case NEVER -> NEVER;
            case UNCERTAIN -> UNCERTAIN;
        };
    }

    /** Whether the same would likely happen to the next of the kind. */
    boolean concernsOthers() {
        return this == DOWN || this == UNCERTAIN;
    }
}
