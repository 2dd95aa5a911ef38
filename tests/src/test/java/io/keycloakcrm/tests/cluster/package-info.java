/** Imports on two nodes of which one dies, hangs, tells the wrong time or loses its database. */
@NullMarked
package io.keycloakcrm.tests.cluster;

import org.jspecify.annotations.NullMarked;
