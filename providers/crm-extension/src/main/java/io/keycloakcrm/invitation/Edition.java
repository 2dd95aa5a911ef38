package io.keycloakcrm.invitation;

/** An invitation as it was sent once: what a link, and whoever came by it, is bound to. */
public record Edition(String invitationId, int version) {}
