package io.keycloakcrm.staff;

import org.keycloak.provider.ProviderFactory;

/** Registers a branch below staff members; {@link #getId()} is its path segment. */
public interface StaffEndpointFactory extends ProviderFactory<StaffEndpoint> {}
