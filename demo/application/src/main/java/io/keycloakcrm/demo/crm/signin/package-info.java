/** Who is there: the sign-in at Keycloak, and the claim {@code crm} that comes with it, as fresh as the access token. */
@NullMarked
package io.keycloakcrm.demo.crm.signin;

import org.jspecify.annotations.NullMarked;
