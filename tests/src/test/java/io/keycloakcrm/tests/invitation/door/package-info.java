/** The door of invitations as browsers, scanners and attackers come to it. */
@NullMarked
package io.keycloakcrm.tests.invitation.door;

import org.jspecify.annotations.NullMarked;
