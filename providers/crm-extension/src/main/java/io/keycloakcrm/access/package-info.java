/** What staff may do: CRM roles, and whoever shows or grants them as a property of a staff member. */
@NullMarked
package io.keycloakcrm.access;

import org.jspecify.annotations.NullMarked;
