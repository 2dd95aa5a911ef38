/**
 * What the product promises, one class per promise, against a real server: the unpacked Keycloak distribution with the
 * extension's jar, run once on H2 and once on PostgreSQL.
 */
@NullMarked
package io.keycloakcrm.tests;

import org.jspecify.annotations.NullMarked;
