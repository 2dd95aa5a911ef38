package io.keycloakcrm.imports.job;

/** The administrator in whose name the job runs may not, or not any more, manage users. */
final class RightLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RightLost() {}

    /** What his right hangs on cannot be told in background work. */
    RightLost(Throwable cause) {
        super(cause);
    }
}
