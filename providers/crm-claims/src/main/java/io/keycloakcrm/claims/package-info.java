/**
 * The {@code crm} claim and what follows from it: who may do what with whose records. Keycloak CRM writes its tokens with these
 * records and applications read them with the same ones. Start at {@link io.keycloakcrm.claims.CrmAccess}.
 */
@NullMarked
package io.keycloakcrm.claims;

import org.jspecify.annotations.NullMarked;
