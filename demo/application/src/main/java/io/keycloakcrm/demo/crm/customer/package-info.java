/** The customers: who finds, changes and exports which of them. {@link CustomerBook} has the rules, all others ask it. */
@NullMarked
package io.keycloakcrm.demo.crm.customer;

import org.jspecify.annotations.NullMarked;
