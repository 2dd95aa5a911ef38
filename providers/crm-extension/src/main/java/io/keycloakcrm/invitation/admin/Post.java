package io.keycloakcrm.invitation.admin;

import io.keycloakcrm.invitation.Edition;
import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.invitation.InvitationLink;
import io.keycloakcrm.invitation.InvitationParcel;
import io.keycloakcrm.invitation.Invitations;
import io.keycloakcrm.invitation.Invitee;
import io.keycloakcrm.invitation.Way;
import io.keycloakcrm.outbox.Delivery;
import io.keycloakcrm.outbox.Undelivered;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Makes what goes out, at the last moment: between the wish and the mail the person may have gone, moved or been switched
 * off, and the administrator may have lost the right to invite him. Only then a code comes to life.
 */
final class Post {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Invitations invitations;

    Post(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.invitations = session.getProvider(Invitations.class);
    }

    /** An invitation that may still go out, and to whom. */
    private record Current(Invitation invitation, UserModel user, Way way) {

        Edition edition() {
            return invitation.edition();
        }
    }

    /** The link of an edition; nothing if it is no longer to be sent. */
    Optional<Delivery> invitation(String reference, Letter.Kind kind) {
        return current(reference).flatMap(current -> deliverable(current, kind));
    }

    private Optional<Delivery> deliverable(Current current, Letter.Kind kind) {
        if (InvitationLink.base(session, realm).isEmpty()) {
            return Optional.of(held("crm.invitation.no-frontend-url"));
        }
        return invitations
                .mint(
                        realm,
                        current.edition(),
                        Invitee.of(current.user()),
                        current.way().channel())
                .flatMap(code -> InvitationLink.of(session, realm, code))
                .map(link -> letter(current).invitation(kind, link));
    }

    /** That a link was taken; nothing if the person cannot be told. */
    Optional<Delivery> linkCopied(String reference) {
        return current(reference).map(current -> letter(current).linkCopied());
    }

    private Optional<Current> current(String reference) {
        return InvitationParcel.edition(reference)
                .flatMap(edition -> invitations
                        .find(realm, edition.invitationId())
                        .filter(invitation -> invitation.version() == edition.version())
                        .flatMap(this::withPerson));
    }

    private Optional<Current> withPerson(Invitation invitation) {
        @Nullable UserModel user = session.users().getUserById(realm, invitation.userId());
        if (user == null
                || Guest.refusal(user).isPresent()
                || !invitation.inviter().mayStillInvite(session, realm, user)) {
            return Optional.empty();
        }
        return Way.to(session, realm, user).map(way -> new Current(invitation, user, way));
    }

    private Letter letter(Current current) {
        return new Letter(session, realm, current.invitation(), current.user(), current.way());
    }

    /** Waits with all of its kind until somebody has mended the reason. */
    private static Delivery held(String code) {
        return session -> {
            throw new Undelivered(Undelivered.Fault.DOWN, code, 0);
        };
    }
}
