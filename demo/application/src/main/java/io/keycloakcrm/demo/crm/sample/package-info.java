/** Customers to try the application with; only where an operator names a file of people, and only into an empty table. */
@NullMarked
package io.keycloakcrm.demo.crm.sample;

import org.jspecify.annotations.NullMarked;
