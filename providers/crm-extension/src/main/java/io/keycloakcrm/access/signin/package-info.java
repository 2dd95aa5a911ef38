/** Tells an administrator why a person cannot sign in, and what to do about it. */
@NullMarked
package io.keycloakcrm.access.signin;

import org.jspecify.annotations.NullMarked;
