package io.keycloakcrm.invitation.admin;

import io.keycloakcrm.invitation.DeliveryState;
import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.invitation.InvitationLink;
import io.keycloakcrm.invitation.InvitationTerms;
import io.keycloakcrm.invitation.Invitations;
import io.keycloakcrm.invitation.Invitee;
import io.keycloakcrm.invitation.Inviter;
import io.keycloakcrm.invitation.Origin;
import io.keycloakcrm.invitation.Sending;
import io.keycloakcrm.rest.LawOfRights;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Invites people in the name of an administrator. Made for one transaction. */
public final class Inviting {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final LawOfRights law;

    /** @param auth what the administrator may do in the realm, which is the one of the session */
    public Inviting(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.law = new LawOfRights(auth);
    }

    /**
     * An invitation that was made.
     *
     * @param sending what became of the wish to send it
     */
    public record Invited(Invitation invitation, Sending sending) {}

    /** Why nobody can be invited into this realm, as the code of a message; empty if people can. */
    public static Optional<String> obstacle(KeycloakSession session, RealmModel realm) {
        return InvitationLink.base(session, realm).isPresent()
                ? Optional.empty()
                : Optional.of("crm.invitation.no-frontend-url");
    }

    /** Why this person cannot be invited by this administrator, as the code of a message; empty if he can. */
    public Optional<String> refusal(UserModel user) {
        return rightsRefusal(user).or(() -> Guest.refusal(user));
    }

    /** As far as it is a matter of rights. */
    Optional<String> rightsRefusal(UserModel user) {
        if (!auth.users().canManage(user)) {
            return Optional.of("crm.staff.not-manageable");
        }
        return law.isOutrankedBy(user) ? Optional.of("crm.staff.more-privileged") : Optional.empty();
    }

    /**
     * Invites a person whom nothing is said against, and sends the link if that is wanted and possible.
     *
     * @param origin the row of an import by which he came; null if by none
     * @return empty if he has an invitation that is live
     */
    public Optional<Invited> invite(UserModel user, InvitationTerms terms, @Nullable Origin origin, boolean send) {
        Invitations invitations = session.getProvider(Invitations.class);
        return invitations
                .invite(realm, Invitee.of(user), Inviter.of(auth), terms, origin)
                .map(made -> {
                    Sending sending = send ? invitations.send(realm, made.edition(), user) : Sending.NO_WAY;
                    if (sending == Sending.TOO_OFTEN) {
                        invitations.delivered(realm, made.edition(), DeliveryState.UNDELIVERABLE);
                    }
                    return new Invited(made, sending);
                });
    }
}
