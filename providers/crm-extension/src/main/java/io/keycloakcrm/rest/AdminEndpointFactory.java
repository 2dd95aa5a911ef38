package io.keycloakcrm.rest;

/** Registers a branch of the administrative API; {@link #getId()} is its path segment. */
public interface AdminEndpointFactory extends Registration<AdminEndpoint> {}
