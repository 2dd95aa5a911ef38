/** Names to show for the ids that customers carry. Nothing here decides about access. */
@NullMarked
package io.keycloakcrm.demo.crm.directory;

import org.jspecify.annotations.NullMarked;
