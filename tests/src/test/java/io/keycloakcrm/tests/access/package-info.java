/** Who sees what: a table written by hand, a realm made from it, and what applications are told. */
@NullMarked
package io.keycloakcrm.tests.access;

import org.jspecify.annotations.NullMarked;
