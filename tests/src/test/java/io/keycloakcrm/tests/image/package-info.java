/** The container image, built from docker/ and started with a PostgreSQL beside it; only with the profile {@code image}. */
@NullMarked
package io.keycloakcrm.tests.image;

import org.jspecify.annotations.NullMarked;
