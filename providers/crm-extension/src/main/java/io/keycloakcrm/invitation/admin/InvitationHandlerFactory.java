package io.keycloakcrm.invitation.admin;

import com.google.auto.service.AutoService;
import io.keycloakcrm.invitation.DeliveryState;
import io.keycloakcrm.invitation.Edition;
import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.invitation.InvitationParcel;
import io.keycloakcrm.invitation.InvitationState;
import io.keycloakcrm.invitation.Invitations;
import io.keycloakcrm.outbox.Delivery;
import io.keycloakcrm.outbox.Ending;
import io.keycloakcrm.outbox.OutboxHandler;
import io.keycloakcrm.outbox.OutboxHandlerFactory;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Sends the first link of an edition, and writes down at the invitation what became of it. */
@AutoService(OutboxHandlerFactory.class)
public final class InvitationHandlerFactory implements OutboxHandlerFactory {

    @Override
    public String getId() {
        return InvitationParcel.INVITATION;
    }

    @Override
    public OutboxHandler create(KeycloakSession session) {
        return new Handler(session);
    }

    private record Handler(KeycloakSession session) implements OutboxHandler {

        @Override
        public Optional<Delivery> prepare(RealmModel realm, String reference) {
            return new Post(session, realm).invitation(reference, Letter.Kind.FIRST);
        }

        @Override
        public void ended(RealmModel realm, String reference, Ending ending) {
            InvitationParcel.edition(reference)
                    .ifPresent(edition -> session.getProvider(Invitations.class)
                            .delivered(realm, edition, delivery(realm, edition, ending)));
        }

        private DeliveryState delivery(RealmModel realm, Edition edition, Ending ending) {
            return switch (ending) {
                case SENT -> DeliveryState.SENT;
                case UNDELIVERABLE, UNCERTAIN -> DeliveryState.UNDELIVERABLE;
                case WITHDRAWN -> isWanted(realm, edition) ? DeliveryState.UNDELIVERABLE : DeliveryState.NONE;
            };
        }

        /** Whether it was not sent although nobody had taken it back: the person or the administrator has changed. */
        private boolean isWanted(RealmModel realm, Edition edition) {
            return session.getProvider(Invitations.class)
                    .find(realm, edition.invitationId())
                    .map(Invitation::state)
                    .filter(state -> state == InvitationState.PENDING || state == InvitationState.OPENED)
                    .isPresent();
        }
    }
}
