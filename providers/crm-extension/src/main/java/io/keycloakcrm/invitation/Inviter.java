package io.keycloakcrm.invitation;

/** The administrator in whose name is invited; his realm need not be that of the person. */
public record Inviter(String realmId, String userId) {}
