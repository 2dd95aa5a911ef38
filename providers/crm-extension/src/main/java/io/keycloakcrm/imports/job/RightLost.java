package io.keycloakcrm.imports.job;

/** The administrator in whose name the job runs may no longer manage users. */
final class RightLost extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
