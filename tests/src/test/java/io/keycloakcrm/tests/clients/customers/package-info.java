/** A resource server on Spring Security, as small as the library lets it be: an API of customers. */
@NullMarked
package io.keycloakcrm.tests.clients.customers;

import org.jspecify.annotations.NullMarked;
