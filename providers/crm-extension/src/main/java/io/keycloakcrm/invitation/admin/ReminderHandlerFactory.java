package io.keycloakcrm.invitation.admin;

import com.google.auto.service.AutoService;
import io.keycloakcrm.invitation.InvitationParcel;
import io.keycloakcrm.outbox.OutboxHandler;
import io.keycloakcrm.outbox.OutboxHandlerFactory;
import org.keycloak.models.KeycloakSession;

/** Sends one more link of an edition, before it runs out; the first goes on working. */
@AutoService(OutboxHandlerFactory.class)
public final class ReminderHandlerFactory implements OutboxHandlerFactory {

    @Override
    public String getId() {
        return InvitationParcel.REMINDER;
    }

    @Override
    public OutboxHandler create(KeycloakSession session) {
        return (realm, reference) -> new Post(session, realm).invitation(reference, Letter.Kind.REMINDER);
    }
}
