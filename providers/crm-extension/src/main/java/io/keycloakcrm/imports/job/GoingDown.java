package io.keycloakcrm.imports.job;

/** The server is shutting down: what was in hand is as before, for another node or for this one after its restart. */
final class GoingDown extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
