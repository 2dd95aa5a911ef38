package io.keycloakcrm.invitation.door;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Who is signed in in the browser that asks. */
record SignedIn(UserSessionModel session, UserModel user) {

    static Optional<SignedIn> in(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        AuthenticationManager.@Nullable AuthResult found =
                AuthenticationManager.authenticateIdentityCookie(session, realm, true);
        return Optional.ofNullable(found).map(result -> new SignedIn(result.session(), result.user()));
    }

    boolean isOtherThan(UserModel guest) {
        return !user.getId().equals(guest.getId());
    }

    /** An administrator who acts as the user. */
    boolean isImpersonated() {
        return session.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null;
    }

    void signOut(KeycloakSession keycloak) {
        AuthenticationManager.backchannelLogout(keycloak, session, true);
        AuthenticationManager.expireIdentityCookie(keycloak);
        new EventBuilder(
                        keycloak.getContext().getRealm(),
                        keycloak,
                        keycloak.getContext().getConnection())
                .event(EventType.LOGOUT)
                .user(user)
                .session(session)
                .success();
    }
}
