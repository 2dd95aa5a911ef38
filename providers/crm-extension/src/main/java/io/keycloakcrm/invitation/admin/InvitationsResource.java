package io.keycloakcrm.invitation.admin;

import io.keycloakcrm.invitation.DeliveryState;
import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.invitation.InvitationDirectory;
import io.keycloakcrm.invitation.InvitationQuery;
import io.keycloakcrm.invitation.InvitationState;
import io.keycloakcrm.invitation.InvitationTerms;
import io.keycloakcrm.invitation.Sending;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.IdempotentCall;
import io.keycloakcrm.rest.Page;
import io.keycloakcrm.rest.Problem;
import io.keycloakcrm.staff.StaffAdmission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;
import org.keycloak.services.ErrorResponseException;

/** {@code /invitations}. */
@Produces(MediaType.APPLICATION_JSON)
final class InvitationsResource {

    private final AdminCall call;

    InvitationsResource(AdminCall call) {
        this.call = call;
    }

    @GET
    public Page<InvitationView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("delivery") @Nullable String delivery,
            @QueryParam("userId") @Nullable String userId,
            @QueryParam("search") @Nullable String search,
            @QueryParam("first") @Nullable Integer first,
            @QueryParam("max") @Nullable Integer max) {
        requireQuery();
        var directory = new InvitationDirectory(call.session(), call.realm());
        InvitationDirectory.Found found = directory.page(new InvitationQuery(
                one("state", InvitationState.values(), state),
                one("delivery", DeliveryState.values(), delivery),
                userId,
                search,
                Page.first(first),
                Page.max(max)));
        var views = new InvitationViews(call, directory.now());
        return new Page<>(
                found.invitations().stream()
                        .map(listed -> views.of(listed.invitation(), listed.displayName(), null))
                        .toList(),
                found.total());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable InvitationRequest body) {
        call.auth().users().requireQuery();
        var once = new IdempotentCall(call, key, "invitations " + body);
        String id = once.earlier().orElseGet(() -> {
            Invitation made = made(body);
            once.made(made.id());
            InvitationEvent.of(call, made, OperationType.CREATE, "invite");
            return made.id();
        });
        return Response.created(call.session()
                        .getContext()
                        .getUri()
                        .getAbsolutePathBuilder()
                        .path(id)
                        .build())
                .entity(new InvitationResource(call, id).view())
                .build();
    }

    @Path("{id}")
    public Object one(@PathParam("id") String id) {
        return new InvitationResource(call, id);
    }

    private Invitation made(@Nullable InvitationRequest body) {
        if (body == null || !body.namesOne()) {
            throw Problem.badRequest("crm.invitation.who");
        }
        Inviting.obstacle(call.session(), call.realm()).ifPresent(code -> {
            throw Problem.conflict(code);
        });
        InvitationTerms terms = body.terms(call.session(), call.realm());
        UserModel user = person(body);
        var inviting = new Inviting(call.session(), call.realm(), call.auth());
        inviting.refusal(user).ifPresent(code -> {
            throw undone(Problem.conflict(code));
        });
        Inviting.Invited invited = inviting.invite(user, terms, null, body.wantsSending())
                .orElseThrow(() -> undone(Problem.conflict("crm.invitation.live-exists")));
        if (invited.sending() == Sending.TOO_OFTEN) {
            throw undone(Problem.tooMany("crm.invitation.too-often"));
        }
        return invited.invitation();
    }

    /** With the member who was made for it. */
    private ErrorResponseException undone(ErrorResponseException problem) {
        call.session().getTransactionManager().setRollbackOnly();
        return problem;
    }

    private UserModel person(InvitationRequest body) {
        var admission = new StaffAdmission(call.session(), call.realm(), call.auth());
        if (body.staff() == null) {
            requireToKnow(body.userId());
            return admission.adopt(String.valueOf(body.userId()));
        }
        call.auth().users().requireManage();
        return admission.create(body.staff());
    }

    /** Who may view nobody learns nothing from the difference between 403 and 404. */
    private void requireToKnow(@Nullable String userId) {
        @Nullable
        UserModel user = userId == null ? null : call.session().users().getUserById(call.realm(), userId);
        if (user == null && !call.auth().users().canView()) {
            throw new ForbiddenException();
        }
    }

    private void requireQuery() {
        call.auth().users().requireQuery();
        // Keycloak narrows a list only by the fine-grained permissions of the realm's own administrators; whoever
        // else asks must be allowed to view everybody.
        boolean narrowed = call.realm().isAdminPermissionsEnabled()
                && call.auth().adminAuth().getRealm().equals(call.realm());
        if (!narrowed && !call.auth().users().canView()) {
            throw new ForbiddenException();
        }
    }

    private static <E extends Enum<E>> @Nullable E one(String field, E[] all, @Nullable String id) {
        if (id == null) {
            return null;
        }
        return Stream.of(all)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.badField(field, "crm.invitation.filter-unknown", id));
    }
}
