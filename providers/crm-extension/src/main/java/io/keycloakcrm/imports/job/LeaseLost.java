package io.keycloakcrm.imports.job;

/** The fence no longer lets this node through: somebody else has the chunk, or the job is gone. Nothing is written. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(String message) {
        super(message);
    }
}
