package io.keycloakcrm.rest;

/** Registers a branch of the API for everybody; {@link #getId()} is its path segment. */
public interface PublicEndpointFactory extends Registration<PublicEndpoint> {}
