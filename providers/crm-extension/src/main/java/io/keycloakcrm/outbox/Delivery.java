package io.keycloakcrm.outbox;

import org.keycloak.models.KeycloakSession;

/** Content that is ready to go out. Kept in memory for one attempt and never stored: it may hold a secret. */
@FunctionalInterface
public interface Delivery {

    /**
     * Sends it. Nothing of this server waits for it, and no connection to the database is held unless this takes one.
     *
     * @param session has the realm in its context
     * @throws Undelivered if it is known not to have been taken; whatever else is thrown counts as {@link
     *     Undelivered.Fault#UNCERTAIN}
     */
    void send(KeycloakSession session) throws Undelivered;
}
