package io.keycloakcrm.demo.crm.directory;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who may own customers.
 *
 * @param id user id at Keycloak
 * @param name null where the application has never met the person
 */
public record Person(String id, @Nullable String name) {}
