package io.keycloakcrm.invitation.sms;

import io.keycloakcrm.outbox.Undelivered;
import org.keycloak.provider.Provider;

/**
 * Sends text messages by whatever way a company has. Which one is used is said by {@code spi-crm-sms-sender--provider};
 * the realm stands in the session's context.
 */
public interface SmsSender extends Provider {

    /**
     * Hands one message over. Called with no transaction that anything waits for.
     *
     * @param number in E.164
     * @param text may hold a secret: it belongs in no log
     * @throws Undelivered if it is known not to have been taken
     */
    void send(String number, String text) throws Undelivered;

    @Override
    default void close() {}
}
