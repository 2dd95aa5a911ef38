/**
 * One employee number, whoever writes it: the reservation that makes it unique in the realm on every write path of
 * Keycloak, and the validator that tells people so in a field error.
 */
@NullMarked
package io.keycloakcrm.staff.number;

import org.jspecify.annotations.NullMarked;
