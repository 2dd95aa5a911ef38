/**
 * The department tree: groups below the realm's department root, their heads and head counts. Renames and moves are one
 * transaction on the group; what members carry of the path follows in the background.
 */
@NullMarked
package io.keycloakcrm.staff.department;

import org.jspecify.annotations.NullMarked;
