package io.keycloakcrm.invitation.admin;

import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.invitation.InvitationState;
import io.keycloakcrm.invitation.InvitationStep;
import io.keycloakcrm.invitation.Inviter;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.staff.PersonName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Shows invitations to one caller. */
final class InvitationViews {

    private final AdminCall call;
    private final Instant now;
    private final Map<Inviter, InvitationView.Person> inviters = new HashMap<>();

    InvitationViews(AdminCall call, Instant now) {
        this.call = call;
        this.now = now;
    }

    /**
     * One of them.
     *
     * @param displayName of the person
     * @param history null to leave it out
     */
    InvitationView of(Invitation invitation, @Nullable String displayName, @Nullable List<InvitationStep> history) {
        Invitation.Moments moments = invitation.moments();
        InvitationState state = invitation.stateAt(now);
        @Nullable String address = invitation.address();
        boolean mail = address != null && address.contains("@");
        return new InvitationView(
                invitation.id(),
                invitation.userId(),
                displayName,
                mail ? address : null,
                mail ? null : address,
                state.id(),
                invitation.delivery().id(),
                invitation.version(),
                invitation.sends(),
                moments.createdAt().toString(),
                moments.expiresAt().toString(),
                text(moments.openedAt()),
                text(moments.claimedAt()),
                state == InvitationState.ACCEPTED ? text(moments.endedAt()) : null,
                text(moments.endedAt()),
                inviters.computeIfAbsent(invitation.inviter(), this::inviter),
                invitation.terms().source().id(),
                Optional.ofNullable(invitation.origin())
                        .map(origin -> new InvitationView.ImportRow(origin.importId(), origin.row()))
                        .orElse(null),
                invitation.terms().message(),
                invitation.terms().locale(),
                invitation.terms().clientId(),
                invitation.terms().redirectUri(),
                history == null
                        ? null
                        : history.stream().map(InvitationView.Step::of).toList());
    }

    private InvitationView.Person inviter(Inviter inviter) {
        @Nullable RealmModel own = call.session().realms().getRealm(inviter.realmId());
        @Nullable UserModel user = own == null ? null : call.session().users().getUserById(own, inviter.userId());
        return new InvitationView.Person(
                inviter.userId(), own != null && user != null && mayKnow(own, user) ? name(user) : null);
    }

    /** Administrators of another realm are known to each other alone. */
    private boolean mayKnow(RealmModel own, UserModel user) {
        return own.equals(call.realm())
                ? call.auth().users().canView(user)
                : own.equals(call.auth().adminAuth().getRealm());
    }

    static String name(UserModel user) {
        return PersonName.display(user.getFirstName(), user.getLastName(), user.getUsername());
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
