package io.keycloakcrm.imports.job;

import io.keycloakcrm.rest.ActingAdministrator;
import org.jspecify.annotations.Nullable;

/** How a job begins or goes on: with which settings (null: as before), in whose name, in which state, how fast. */
record Begin(@Nullable ImportSettings settings, ActingAdministrator acting, ImportState state, Pace pace) {}
