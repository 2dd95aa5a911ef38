/**
 * The staff directory: who works here, under which employee number, name and telephone number, and how they are found.
 * The import, the console's lists and the claims read people through this room.
 */
@NullMarked
package io.keycloakcrm.staff;

import org.jspecify.annotations.NullMarked;
