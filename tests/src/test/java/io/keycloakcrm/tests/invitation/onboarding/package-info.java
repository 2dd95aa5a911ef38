/** The way from a link to the application, step by step, and every way around it. */
@NullMarked
package io.keycloakcrm.tests.invitation.onboarding;

import org.jspecify.annotations.NullMarked;
