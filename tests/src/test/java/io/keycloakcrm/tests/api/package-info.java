/** A plain HTTP client of Keycloak's administrative API and of ours below it. */
@NullMarked
package io.keycloakcrm.tests.api;

import org.jspecify.annotations.NullMarked;
