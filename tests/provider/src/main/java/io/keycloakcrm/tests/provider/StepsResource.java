package io.keycloakcrm.tests.provider;

import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.invitation.Code;
import io.keycloakcrm.invitation.DeliveryState;
import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.invitation.InvitationTerms;
import io.keycloakcrm.invitation.Invitations;
import io.keycloakcrm.invitation.Inviter;
import io.keycloakcrm.rest.AdminCall;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.RealmModel;

/** {@code /admin/realms/{realm}/crm/invitation-steps}: each call is one step in a transaction of its own. */
@Produces(MediaType.APPLICATION_JSON)
final class StepsResource {

    private final AdminCall call;

    StepsResource(AdminCall call) {
        this.call = call;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> step(StepRequest request) {
        call.auth().realm().requireManageRealm();
        Invitations invitations = call.session().getProvider(Invitations.class);
        RealmModel realm = call.realm();
        return switch (request.step()) {
            case "invite" ->
                invitation(invitations.invite(
                        realm, request.invitee(), Inviter.of(call.auth()), request.invitationTerms()));
            case "find" -> invitation(invitations.find(realm, request.invitation()));
            case "live" -> invitation(invitations.liveOf(realm, request.user()));
            case "mint" ->
                text(
                        "code",
                        invitations
                                .mint(realm, request.edition(), request.invitee(), request.way())
                                .map(Code::secret));
            case "look" -> invitation(Code.parse(request.code()).flatMap(code -> invitations.byCode(realm, code)));
            case "open" -> done(invitations.open(realm, request.edition(), request.invitee()));
            case "claim" -> done(invitations.claim(realm, request.edition(), request.invitee()));
            case "accept" -> done(invitations.accept(realm, request.invitation()));
            case "revoke" -> done(invitations.revoke(realm, request.invitation()));
            case "renew" ->
                done(invitations
                        .renew(realm, request.edition(), request.invitee(), InvitationTerms.DEFAULT_LIFE)
                        .isPresent());
            case "expire" -> done(expire(request));
            case "queued" -> done(invitations.delivered(realm, request.edition(), DeliveryState.QUEUED));
            default -> throw new BadRequestException();
        };
    }

    /** Whatever it was made for, it is over by then. */
    private boolean expire(StepRequest request) {
        return call.session()
                        .getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .createQuery("update CrmInvitation e set e.expiresAt = :end where e.id = :id")
                        .setParameter("end", DatabaseClock.millis(call.session()) + request.millis())
                        .setParameter("id", request.invitation())
                        .executeUpdate()
                == 1;
    }

    private static Map<String, Object> invitation(Optional<Invitation> found) {
        return found.<Map<String, Object>>map(invitation -> Map.of(
                        "done",
                        true,
                        "invitation",
                        invitation.id(),
                        "version",
                        invitation.version(),
                        "state",
                        invitation.state().id(),
                        "sends",
                        invitation.sends()))
                .orElseGet(() -> done(false));
    }

    private static Map<String, Object> text(String name, Optional<String> value) {
        return value.<Map<String, Object>>map(text -> Map.of("done", true, name, text))
                .orElseGet(() -> done(false));
    }

    private static Map<String, Object> done(boolean done) {
        return Map.of("done", done);
    }
}
