package io.keycloakcrm.invitation.door;

import io.keycloakcrm.invitation.DeliveryState;
import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.invitation.InvitationDirectory;
import io.keycloakcrm.invitation.InvitationState;
import io.keycloakcrm.invitation.Invitations;
import io.keycloakcrm.invitation.Invitee;
import io.keycloakcrm.invitation.Sending;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Sends somebody's invitation anew because he asked, if there is one and whoever invited him still may. */
final class Renewal {

    private static final Set<InvitationState> RENEWABLE =
            Set.of(InvitationState.PENDING, InvitationState.OPENED, InvitationState.EXPIRED);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Invitations invitations;

    Renewal(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.invitations = session.getProvider(Invitations.class);
    }

    /** Answers whether a new link is on its way; if none is, the last one lives on. */
    boolean of(NewLinkRequest request) {
        boolean sent = invitation(request)
                .filter(invitation -> RENEWABLE.contains(invitation.state()))
                // Links that an administrator hands over himself are his to renew.
                .filter(invitation -> invitation.delivery() != DeliveryState.NONE)
                .filter(this::sendsAnew)
                .isPresent();
        if (!sent) {
            session.getTransactionManager().setRollbackOnly();
        }
        return sent;
    }

    private Optional<Invitation> invitation(NewLinkRequest request) {
        if (request.address().isEmpty()) {
            return request.code().flatMap(code -> invitations.everOf(realm, code));
        }
        @Nullable UserModel user = session.users().getUserByEmail(realm, request.address());
        return user == null
                ? Optional.empty()
                : Optional.ofNullable(new InvitationDirectory(session, realm)
                        .latest(List.of(user.getId()))
                        .get(user.getId()));
    }

    private boolean sendsAnew(Invitation invitation) {
        @Nullable UserModel user = session.users().getUserById(realm, invitation.userId());
        return user != null
                && user.isEnabled()
                && !Guest.hasCredential(session, realm, user)
                && invitation.inviter().mayStillInvite(session, realm, user)
                && invitations
                        .renew(
                                realm,
                                invitation.edition(),
                                Invitee.of(user),
                                invitation.terms().life())
                        .filter(next -> invitations.send(realm, next, user) == Sending.QUEUED)
                        .isPresent();
    }
}
