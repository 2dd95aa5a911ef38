package io.keycloakcrm.rest;

import org.keycloak.provider.ProviderFactory;

/** Registers a branch of the API for everybody; {@link #getId()} is its path segment. */
public interface PublicEndpointFactory extends ProviderFactory<PublicEndpoint> {}
