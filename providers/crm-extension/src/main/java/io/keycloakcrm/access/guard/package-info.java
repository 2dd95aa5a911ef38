/**
 * Holds whoever writes about access, here or on Keycloak's own pages, to the form of a data scope and to the law of rights.
 */
@NullMarked
package io.keycloakcrm.access.guard;

import org.jspecify.annotations.NullMarked;
