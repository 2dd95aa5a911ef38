/**
 * Reads an uploaded staff file, whatever its charset and dialect, one row at a time, and writes results in the same
 * dialect. Knows nothing of Keycloak; a field it is not sure of is a fault of its row, never a guess.
 */
@NullMarked
package io.keycloakcrm.imports.file;

import org.jspecify.annotations.NullMarked;
