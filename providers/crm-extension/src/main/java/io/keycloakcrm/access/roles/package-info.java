/** The matrix of CRM roles, permissions and data scopes: what an administrator reads and writes of it. */
@NullMarked
package io.keycloakcrm.access.roles;

import org.jspecify.annotations.NullMarked;
