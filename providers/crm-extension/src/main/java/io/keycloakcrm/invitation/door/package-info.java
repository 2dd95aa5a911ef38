/**
 * The door that links of invitations lead to: a page that anything may look at, and a button that only a person's browser
 * presses. Behind it is the sign-in of that one person, in that one browser.
 */
@NullMarked
package io.keycloakcrm.invitation.door;

import org.jspecify.annotations.NullMarked;
