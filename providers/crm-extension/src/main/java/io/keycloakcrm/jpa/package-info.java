/** Makes the extension's tables part of Keycloak's database: one changelog, entities in the rooms that own them. */
@NullMarked
package io.keycloakcrm.jpa;

import org.jspecify.annotations.NullMarked;
