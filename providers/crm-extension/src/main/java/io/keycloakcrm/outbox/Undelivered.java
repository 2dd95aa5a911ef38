package io.keycloakcrm.outbox;

/**
 * A delivery that did not come about. Says so by a stable code and a number alone: what a mail server answers may quote
 * the mail, and with it the secret in it.
 */
public final class Undelivered extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String code;
    private final int reply;

    /** What follows from it. */
    public enum Fault {
        /** Not now: this one is tried again, others are not held up. */
        LATER,
        /** Nobody takes anything at present: this one is tried again, and others of its kind wait. */
        DOWN,
        /** Never: trying again would only be refused again. */
        NEVER,
        /** It may have been taken: trying again could bring it twice. */
        UNCERTAIN
    }

    /**
     * A failure with its reason.
     *
     * @param code stable, with a text in the message bundles
     * @param reply the number in which the other side said so; 0 if it said nothing
     */
    public Undelivered(Fault fault, String code, int reply) {
        super(fault + " " + code + " " + reply, null, false, false);
        this.fault = fault;
        this.code = code;
        this.reply = reply;
    }

    public Fault fault() {
        return fault;
    }

    public String code() {
        return code;
    }

    public int reply() {
        return reply;
    }
}
