/**
 * A small CRM as a company would write it: its own pages and its own customers, and a sign-in at Keycloak. Who sees, changes and
 * exports what is decided by the claim {@code crm} alone, through the library {@code crm-claims}.
 */
@NullMarked
package io.keycloakcrm.demo.crm;

import org.jspecify.annotations.NullMarked;
