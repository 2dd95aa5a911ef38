/** A client on Spring Security: signs people in and asks an API with their tokens. */
@NullMarked
package io.keycloakcrm.tests.clients.portal;

import org.jspecify.annotations.NullMarked;
