package io.keycloakcrm.outbox;

import java.util.Map;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;

/**
 * A mail by the realm's mail server and Keycloak's own sender, whichever that is.
 *
 * @param server the realm's settings
 * @param address to whom; one person
 * @param text the body for those who read no HTML
 */
public record Mail(Map<String, String> server, String address, String subject, String text, String html)
        implements Delivery {

    public Mail {
        server = Map.copyOf(server);
    }

    @Override
    public void send(KeycloakSession session) throws Undelivered {
        if (server.isEmpty()) {
            throw new Undelivered(Undelivered.Fault.DOWN, "crm.outbox.no-mail-server", 0);
        }
        try {
            session.getProvider(EmailSenderProvider.class).send(server, address, subject, text, html);
        } catch (EmailException e) {
            Optional<Undelivered> refusal = MailRefusal.of(e);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
        }
    }

    // Records print all they hold, and a log line is soon written.
    @Override
    public String toString() {
        return "Mail";
    }
}
