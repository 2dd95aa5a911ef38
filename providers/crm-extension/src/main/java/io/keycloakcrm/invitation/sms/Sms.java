package io.keycloakcrm.invitation.sms;

import io.keycloakcrm.outbox.Delivery;
import io.keycloakcrm.outbox.Undelivered;
import io.keycloakcrm.outbox.Undelivered.Fault;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * A text message by the server's gateway, to countries alone that the realm sends to.
 *
 * @param number in E.164
 */
public record Sms(String number, String text) implements Delivery {

    /** Whether this server has a gateway at all. */
    public static boolean isPossible(KeycloakSession session) {
        return !(sender(session) instanceof Nowhere);
    }

    @Override
    public void send(KeycloakSession session) throws Undelivered {
        if (!SmsCountries.of(session.getContext().getRealm()).reach(number)) {
            throw new Undelivered(Fault.NEVER, "crm.sms.country-closed", 0);
        }
        sender(session).send(number, text);
    }

    private static SmsSender sender(KeycloakSession session) {
        @Nullable SmsSender sender = session.getProvider(SmsSender.class);
        return sender == null ? new Nowhere() : sender;
    }

    // Records print all they hold, and a log line is soon written.
    @Override
    public String toString() {
        return "Sms";
    }
}
