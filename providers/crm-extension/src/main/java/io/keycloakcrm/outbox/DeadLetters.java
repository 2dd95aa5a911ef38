package io.keycloakcrm.outbox;

import io.keycloakcrm.rest.Messages;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What could not be delivered, for whoever can mend the reason. Asks no rights: its callers do. */
public final class DeadLetters {

    private final OutboxRepository repository;
    private final Messages messages;

    /** Made for one request, in whose caller's language it speaks. */
    public DeadLetters(KeycloakSession session, RealmModel realm) {
        this.repository = new OutboxRepository(session, realm.getId());
        this.messages = Messages.of(session);
    }

    /** By kind and reason. */
    public List<DeadLetter> all() {
        return repository.dead().stream()
                .map(dead -> new DeadLetter(
                        dead.kind(), dead.code(), dead.number(), dead.latest().toString(), messages.text(dead.code())))
                .toList();
    }
}
