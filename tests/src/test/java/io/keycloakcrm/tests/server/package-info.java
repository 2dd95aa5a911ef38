/** Starts the servers under test: distribution, node, database; hands tests a {@link io.keycloakcrm.tests.server.Crm}. */
@NullMarked
package io.keycloakcrm.tests.server;

import org.jspecify.annotations.NullMarked;
