package io.keycloakcrm.invitation.door;

import io.keycloakcrm.invitation.Code;
import io.keycloakcrm.invitation.Edition;
import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.invitation.InvitationState;
import io.keycloakcrm.invitation.Invitations;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * A person whose invitation leads in at this moment.
 *
 * @param invitation not claimed, or claimed and to be finished
 * @param user the account that it is for
 * @param isIn whether the person has a way to sign in already, and is only to take it
 */
record Guest(Invitation invitation, UserModel user, boolean isIn) {

    private static final Set<String> CREDENTIALS = Set.of(
            PasswordCredentialModel.TYPE,
            WebAuthnCredentialModel.TYPE_PASSWORDLESS,
            WebAuthnCredentialModel.TYPE_TWOFACTOR);

    /** Whoever holds a code; empty for all codes that do not lead in, whatever the reason. */
    static Optional<Guest> with(KeycloakSession session, String code) {
        RealmModel realm = session.getContext().getRealm();
        return Code.parse(code)
                .flatMap(parsed -> session.getProvider(Invitations.class).byCode(realm, parsed))
                .flatMap(invitation -> of(session, invitation));
    }

    /** Whoever is coming in by an edition that is opened, in time and not claimed. */
    static Optional<Guest> of(KeycloakSession session, Edition edition) {
        RealmModel realm = session.getContext().getRealm();
        return session.getProvider(Invitations.class)
                .find(realm, edition.invitationId())
                .filter(invitation -> invitation.version() == edition.version())
                .filter(invitation -> invitation.state() == InvitationState.OPENED)
                .flatMap(invitation -> of(session, invitation))
                .filter(guest -> !guest.isIn())
                .filter(guest -> guest.open(session));
    }

    private static Optional<Guest> of(KeycloakSession session, Invitation invitation) {
        RealmModel realm = session.getContext().getRealm();
        @Nullable UserModel user = session.users().getUserById(realm, invitation.userId());
        return Optional.<UserModel>ofNullable(user)
                .filter(UserModel::isEnabled)
                .map(found -> new Guest(
                        invitation,
                        found,
                        invitation.state() == InvitationState.CLAIMED || hasCredential(session, realm, found)))
                .filter(guest -> guest.isIn() || guest.mayCome(session, realm));
    }

    /** From us or from elsewhere; a link replaces none. */
    static boolean hasCredential(KeycloakSession session, RealmModel realm, UserModel user) {
        return user.getFederationLink() != null
                || session.users().getFederatedIdentitiesStream(realm, user).count() > 0
                || user.credentialManager()
                                .getStoredCredentialsStream()
                                .filter(credential -> CREDENTIALS.contains(credential.getType()))
                                .count()
                        > 0;
    }

    private boolean mayCome(KeycloakSession session, RealmModel realm) {
        return invitation.invitee(user).isPresent() && invitation.inviter().mayStillInvite(session, realm, user);
    }

    /** Takes the step through the door; again and again, as long as nobody is in. */
    boolean open(KeycloakSession session) {
        return invitation
                .invitee(user)
                .filter(invitee -> session.getProvider(Invitations.class)
                        .open(session.getContext().getRealm(), edition(), invitee))
                .isPresent();
    }

    Edition edition() {
        return invitation.edition();
    }
}
