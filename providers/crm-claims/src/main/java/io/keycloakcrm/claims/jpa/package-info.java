/** Data scopes as criteria of Jakarta Persistence; the one place that needs it, so that the library loads without it. */
@NullMarked
package io.keycloakcrm.claims.jpa;

import org.jspecify.annotations.NullMarked;
