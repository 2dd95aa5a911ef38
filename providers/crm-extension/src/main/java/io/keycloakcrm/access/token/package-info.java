/** Tells applications what a person may do: the {@code crm} claim and what goes with it, written from Keycloak's caches alone. */
@NullMarked
package io.keycloakcrm.access.token;

import org.jspecify.annotations.NullMarked;
