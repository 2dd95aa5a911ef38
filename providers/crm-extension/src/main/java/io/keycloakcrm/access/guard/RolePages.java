package io.keycloakcrm.access.guard;

import java.util.regex.Pattern;

/** Requests of Keycloak's own administrative API by which roles change. */
final class RolePages {

    /** Those of the role pages, where a person types what a role says. */
    static final Pattern EDIT_ROLES = Pattern.compile("/?admin/realms/[^/]+/(clients/[^/]+/)?roles(-by-id)?(/.*)?");

    /**
     * All that write to a realm that is there; roles come and are composed with clients and partial imports too. What is
     * below {@code crm} asks the law by itself.
     */
    static final Pattern WRITE_ROLES = Pattern.compile("/?admin/realms/[^/]+(/(?!crm(/|$)).*)?");

    /** The page of one client. */
    static final Pattern EDIT_CLIENT = Pattern.compile("/?admin/realms/[^/]+/clients/[^/]+/?");

    /** By which people and groups come with roles, scopes and all. */
    static final Pattern IMPORT = Pattern.compile("/?admin/realms/[^/]+/partialImport/?");

    private RolePages() {}
}
