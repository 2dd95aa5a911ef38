/**
 * Reads an uploaded staff file, a text of whatever charset and dialect or a workbook, one row at a time, and writes
 * results as CSV. Knows nothing of Keycloak; a field it is not sure of is a fault of its row, never a guess.
 */
@NullMarked
package io.keycloakcrm.imports.file;

import org.jspecify.annotations.NullMarked;
