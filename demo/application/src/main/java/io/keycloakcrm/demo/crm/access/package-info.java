/** Tells people what they may do, in words instead of JSON. */
@NullMarked
package io.keycloakcrm.demo.crm.access;

import org.jspecify.annotations.NullMarked;
