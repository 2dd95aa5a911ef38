package io.keycloakcrm.imports.job;

/** How new members come into the database. */
public enum MembersPath {
    /** Inserted together where that is the same, else as in {@link #SAFE}. */
    AUTO,
    /**
     * Always one by one through Keycloak's models, for servers whose other extensions listen to role grants and
     * memberships; the import cannot see them.
     */
    SAFE
}
