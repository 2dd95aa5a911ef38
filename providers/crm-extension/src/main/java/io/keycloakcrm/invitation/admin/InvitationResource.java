package io.keycloakcrm.invitation.admin;

import io.keycloakcrm.invitation.Channel;
import io.keycloakcrm.invitation.Code;
import io.keycloakcrm.invitation.Edition;
import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.invitation.InvitationDirectory;
import io.keycloakcrm.invitation.InvitationLink;
import io.keycloakcrm.invitation.InvitationParcel;
import io.keycloakcrm.invitation.InvitationSettings;
import io.keycloakcrm.invitation.Invitations;
import io.keycloakcrm.invitation.Invitee;
import io.keycloakcrm.invitation.Inviter;
import io.keycloakcrm.invitation.Sending;
import io.keycloakcrm.invitation.Way;
import io.keycloakcrm.outbox.Outbox;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.Problem;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;
import org.keycloak.services.ErrorResponseException;

/** {@code /invitations/{id}}. */
@Produces(MediaType.APPLICATION_JSON)
final class InvitationResource {

    private final AdminCall call;
    private final String id;
    private final Invitations invitations;

    InvitationResource(AdminCall call, String id) {
        this.call = call;
        this.id = id;
        this.invitations = call.session().getProvider(Invitations.class);
    }

    /** An invitation with the person it is for. */
    private record Found(Invitation invitation, UserModel user) {

        Edition edition() {
            return invitation.edition();
        }
    }

    @GET
    public InvitationView get() {
        requireView();
        return view();
    }

    @DELETE
    public void revoke() {
        Found found = requireManage();
        if (!invitations.revoke(call.realm(), id)) {
            throw refused(Problem.conflict("crm.invitation.ended"));
        }
        InvitationEvent.of(call, found.invitation(), OperationType.DELETE, "revoke");
    }

    /** Makes a new edition: the links of earlier ones are dead. */
    @POST
    @Path("resend")
    public InvitationView resend() {
        Found found = requireManage();
        Inviting.obstacle(call.session(), call.realm())
                .or(() -> Guest.refusal(found.user()))
                .ifPresent(code -> {
                    throw refused(Problem.conflict(code));
                });
        Edition next = invitations
                .renew(
                        call.realm(),
                        found.edition(),
                        Invitee.of(found.user()),
                        Inviter.of(call.auth()),
                        found.invitation().terms().life())
                .orElseThrow(() -> refused(Problem.conflict("crm.invitation.ended")));
        if (invitations.send(call.realm(), next, found.user()) == Sending.TOO_OFTEN) {
            throw refused(Problem.tooMany("crm.invitation.too-often"));
        }
        InvitationEvent.of(call, found.invitation(), OperationType.ACTION, "resend");
        return view();
    }

    /** Makes a link that the administrator hands over himself. */
    @POST
    @Path("link")
    public Response link() {
        Found found = requireManage();
        if (!InvitationSettings.of(call.realm()).copyLink()) {
            throw Problem.forbidden("crm.invitation.copy-link-off");
        }
        Guest.refusal(found.user()).ifPresent(code -> {
            throw Problem.conflict(code);
        });
        if (InvitationLink.base(call.session(), call.realm()).isEmpty()) {
            throw Problem.conflict("crm.invitation.no-frontend-url");
        }
        Code code = invitations
                .mint(call.realm(), found.edition(), Invitee.of(found.user()), Channel.LINK)
                .orElseThrow(() -> refused(Problem.conflict("crm.invitation.not-open")));
        URI link = InvitationLink.of(call.session(), call.realm(), code).orElseThrow();
        invitations.linkCopied(call.realm(), found.edition());
        tell(found);
        InvitationEvent.of(call, found.invitation(), OperationType.ACTION, "link");
        String expiresAt = found.invitation().moments().expiresAt().toString();
        return Response.ok(new LinkView(link.toString(), QrCode.svg(link.toString()), expiresAt))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The person hears of it, once of each edition and administrator. */
    private void tell(Found found) {
        if (Way.to(call.session(), call.realm(), found.user()).isPresent()) {
            call.session()
                    .getProvider(Outbox.class)
                    .add(call.realm(), InvitationParcel.linkCopied(found.edition(), Inviter.of(call.auth())));
        }
    }

    InvitationView view() {
        var directory = new InvitationDirectory(call.session(), call.realm());
        Invitation invitation = invitations.find(call.realm(), id).orElseThrow();
        @Nullable UserModel user = call.session().users().getUserById(call.realm(), invitation.userId());
        return new InvitationViews(call, directory.now())
                .of(invitation, user == null ? null : InvitationViews.name(user), directory.steps(id));
    }

    private Found requireView() {
        call.auth().users().requireQuery();
        Optional<Found> found = found();
        // Who may view nobody learns nothing from the difference between 403 and 404.
        if (found.isEmpty() && !call.auth().users().canView()) {
            throw new ForbiddenException();
        }
        found.map(Found::user).ifPresent(call.auth().users()::requireView);
        return found.orElseThrow(() -> Problem.notFound("crm.invitation.not-found"));
    }

    private Found requireManage() {
        Found found = requireView();
        call.auth().users().requireManage(found.user());
        new Inviting(call.session(), call.realm(), call.auth())
                .rightsRefusal(found.user())
                .ifPresent(code -> {
                    throw Problem.forbidden(code);
                });
        return found;
    }

    private Optional<Found> found() {
        return invitations.find(call.realm(), id).flatMap(invitation -> {
            @Nullable UserModel user = call.session().users().getUserById(call.realm(), invitation.userId());
            return user == null ? Optional.empty() : Optional.of(new Found(invitation, user));
        });
    }

    /** With everything that was done before. */
    private ErrorResponseException refused(ErrorResponseException problem) {
        call.session().getTransactionManager().setRollbackOnly();
        return problem;
    }
}
