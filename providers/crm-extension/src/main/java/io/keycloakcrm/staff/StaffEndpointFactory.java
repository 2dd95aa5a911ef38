package io.keycloakcrm.staff;

import io.keycloakcrm.rest.Registration;

/** Registers a branch below staff members; {@link #getId()} is its path segment. */
public interface StaffEndpointFactory extends Registration<StaffEndpoint> {}
