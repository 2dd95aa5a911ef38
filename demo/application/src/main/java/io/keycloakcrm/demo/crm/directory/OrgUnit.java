package io.keycloakcrm.demo.crm.directory;

import org.jspecify.annotations.Nullable;

/**
 * A department as customers have it.
 *
 * @param id group id at Keycloak
 * @param path null where the application has met nobody from there
 */
public record OrgUnit(String id, @Nullable String path) {}
