package io.keycloakcrm.rest;

import org.keycloak.provider.ProviderFactory;

/** Registers a branch of the administrative API; {@link #getId()} is its path segment. */
public interface AdminEndpointFactory extends ProviderFactory<AdminEndpoint> {}
