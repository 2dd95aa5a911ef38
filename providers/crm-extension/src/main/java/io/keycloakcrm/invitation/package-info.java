/**
 * The way in for one person: invitations, their codes, and the one step at a time by which an invitation becomes a
 * colleague who is signed in. Whoever comes first with a step decides it, in the database.
 */
@NullMarked
package io.keycloakcrm.invitation;

import org.jspecify.annotations.NullMarked;
