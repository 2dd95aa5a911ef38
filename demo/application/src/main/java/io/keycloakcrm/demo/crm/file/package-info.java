/** Files to take away. */
@NullMarked
package io.keycloakcrm.demo.crm.file;

import org.jspecify.annotations.NullMarked;
