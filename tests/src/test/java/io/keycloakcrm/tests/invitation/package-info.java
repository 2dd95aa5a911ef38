/** Invitations from the wish of an administrator to the first sign-in, on a real server with a real mail server. */
@NullMarked
package io.keycloakcrm.tests.invitation;

import org.jspecify.annotations.NullMarked;
