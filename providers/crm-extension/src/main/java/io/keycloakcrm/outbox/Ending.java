package io.keycloakcrm.outbox;

/** What became of a parcel in the end. */
public enum Ending {
    /** Whoever takes it on its way has confirmed that he has it. */
    SENT,
    /** Nothing went out, because the handler had nothing to send any more. */
    WITHDRAWN,
    /** Nothing went out: it was refused for good, or for too long. */
    UNDELIVERABLE,
    /** It may have gone out or not; it is not tried again, because nobody shall get it twice. */
    UNCERTAIN
}
