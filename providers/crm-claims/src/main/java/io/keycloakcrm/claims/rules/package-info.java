/**
 * The writer's half: how the attributes of roles and of a person become the data scopes of a claim. Applications have no need of it.
 */
@NullMarked
package io.keycloakcrm.claims.rules;

import org.jspecify.annotations.NullMarked;
