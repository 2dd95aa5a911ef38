package io.keycloakcrm.claims.rules;

/** A text that is no data scope. */
public final class ScopeSyntaxException extends IllegalArgumentException {

    private final ScopeFault fault;
    private final int position;

    ScopeSyntaxException(ScopeFault fault, int position) {
        super("at character " + (position + 1) + ": " + fault.text());
        this.fault = fault;
        this.position = position;
    }

    public ScopeFault fault() {
        return fault;
    }

    /** Where in the text it was found, from 0. */
    public int position() {
        return position;
    }
}
