/**
 * What administrators do with invitations, and what goes out of the house for them: REST, mails, links to copy. The steps
 * themselves are taken by the room above this one.
 */
@NullMarked
package io.keycloakcrm.invitation.admin;

import org.jspecify.annotations.NullMarked;
