package io.keycloakcrm.tests.provider;

import com.google.auto.service.AutoService;
import io.keycloakcrm.outbox.Delivery;
import io.keycloakcrm.outbox.Ending;
import io.keycloakcrm.outbox.Mail;
import io.keycloakcrm.outbox.OutboxHandler;
import io.keycloakcrm.outbox.OutboxHandlerFactory;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Sends a mail for each parcel, with the key as its subject. Counts endings in attributes of the realm, in the
 * transaction in which they are recorded.
 */
@AutoService(OutboxHandlerFactory.class)
public final class LetterHandlerFactory implements OutboxHandlerFactory, OutboxHandler {

    private final AtomicInteger prepared = new AtomicInteger();

    @Override
    public String getId() {
        return "letter";
    }

    @Override
    public OutboxHandler create(KeycloakSession session) {
        return this;
    }

    @Override
    public Optional<Delivery> prepare(RealmModel realm, String reference) {
        String[] parts = reference.split("/", 2);
        String content = "attempt " + prepared.incrementAndGet() + " of realm " + realm.getName();
        return Optional.of(new Mail(realm.getSmtpConfig(), parts[1], parts[0], content, "<p>" + content + "</p>"));
    }

    @Override
    public void ended(RealmModel realm, String reference, Ending ending) {
        String key = reference.split("/", 2)[0];
        if (key.startsWith("told-")) {
            realm.setAttribute("ending." + key, ending.name());
        }
    }

    @Override
    public void close() {}
}
