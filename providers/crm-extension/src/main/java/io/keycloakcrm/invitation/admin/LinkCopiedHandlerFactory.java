package io.keycloakcrm.invitation.admin;

import com.google.auto.service.AutoService;
import io.keycloakcrm.invitation.InvitationParcel;
import io.keycloakcrm.outbox.OutboxHandler;
import io.keycloakcrm.outbox.OutboxHandlerFactory;
import org.keycloak.models.KeycloakSession;

/** Tells a person that an administrator has taken a link of his, without a link. */
@AutoService(OutboxHandlerFactory.class)
public final class LinkCopiedHandlerFactory implements OutboxHandlerFactory {

    @Override
    public String getId() {
        return InvitationParcel.LINK_COPIED;
    }

    @Override
    public OutboxHandler create(KeycloakSession session) {
        return (realm, reference) -> new Post(session, realm).linkCopied(reference);
    }
}
