package io.keycloakcrm.imports.job;

/** The account that uploaded a file; its realm may be another than the one imported into. */
public record Uploader(String realmId, String userId) {}
