/**
 * From the link to the application: the steps that a person who was invited takes before the first sign-in is complete,
 * as Keycloak's required actions, and the gate that asks the database at each sign-in how far he is.
 */
@NullMarked
package io.keycloakcrm.invitation.onboarding;

import org.jspecify.annotations.NullMarked;
