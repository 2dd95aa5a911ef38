/** Tells an administrator why a person may or may not: each role, permission and grant with where it comes from. */
@NullMarked
package io.keycloakcrm.access.explain;

import org.jspecify.annotations.NullMarked;
