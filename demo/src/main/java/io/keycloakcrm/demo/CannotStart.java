package io.keycloakcrm.demo;

/** A start that cannot succeed; the message tells the person at the terminal what to change. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotStart(String message) {
        super(message);
    }
}
