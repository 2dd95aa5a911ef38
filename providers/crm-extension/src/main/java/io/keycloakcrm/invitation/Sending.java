package io.keycloakcrm.invitation;

/** What became of the wish to send a link. */
public enum Sending {
    /** It goes out after this transaction. */
    QUEUED,
    /** There is no way to the person: no address, or a realm or server that cannot send to it. */
    NO_WAY,
    /** The person has been sent enough for now. */
    TOO_OFTEN
}
