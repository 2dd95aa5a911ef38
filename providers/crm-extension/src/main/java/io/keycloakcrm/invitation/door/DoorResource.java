package io.keycloakcrm.invitation.door;

import io.keycloakcrm.invitation.Channel;
import io.keycloakcrm.invitation.Code;
import io.keycloakcrm.invitation.DeadLinkPage;
import io.keycloakcrm.invitation.InvitationPage;
import io.keycloakcrm.invitation.Invitations;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.util.AuthenticationFlowURLHelper;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * {@code /realms/{realm}/crm/i/{code}}. To look changes nothing, so that whatever fetches links before people do may look as
 * often as it likes; to press the button lets somebody in, and that again and again until the invitation is claimed.
 */
final class DoorResource {

    private final KeycloakSession session;
    private final RealmModel realm;

    DoorResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    @GET
    @Path("{code:.*}")
    public Response look(@PathParam("code") String code) {
        OpenRealm.requireOf(session);
        return Guest.with(session, code)
                .map(guest -> pages(guest).landing())
                .orElseGet(() -> DeadLinkPage.ofLink(session));
    }

    @POST
    @Path("{code:.*}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(@PathParam("code") String code) {
        OpenRealm.requireOf(session);
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        if (form.containsKey(NewLinkRequest.FIELD)) {
            return NewLinkRequest.of(form, code).answer(session);
        }
        Optional<Guest> guest = Guest.with(session, code);
        if (guest.isEmpty()) {
            event().error(Errors.INVALID_CODE);
            return DeadLinkPage.ofLink(session);
        }
        return DoorCookie.vouchesFor(session, form.getFirst("state"))
                ? welcome(guest.get(), code, form.containsKey("sign-out"))
                : pages(guest.get()).landingOnceMore();
    }

    private Response welcome(Guest guest, String code, boolean signOut) {
        Optional<SignedIn> present = SignedIn.in(session);
        if (present.filter(SignedIn::isImpersonated).isPresent()) {
            return pages(guest).impersonated(present.get());
        }
        Optional<SignedIn> other = present.filter(somebody -> somebody.isOtherThan(guest.user()));
        if (other.isPresent() && !signOut) {
            return pages(guest).otherUser(other.get());
        }
        other.ifPresent(somebody -> somebody.signOut(session));
        return guest.isIn() ? signIn(guest) : letIn(guest, code);
    }

    private Response letIn(Guest guest, String code) {
        Invitations invitations = session.getProvider(Invitations.class);
        Optional<Channel> channel = Code.parse(code)
                .flatMap(parsed -> invitations.channelOf(realm, parsed))
                .filter(way -> guest.open(session));
        if (channel.isEmpty()) {
            event().error(Errors.INVALID_CODE);
            return DeadLinkPage.ofLink(session);
        }
        String browser = DoorCookie.hash(session).orElseThrow();
        String token = new InvitationToken(guest, channel.get(), browser)
                .serialize(session, realm, session.getContext().getUri());
        return redirect(
                LoginActionsService.actionTokenProcessor(session.getContext().getUri())
                        .queryParam(Constants.KEY, token)
                        .build(realm.getName()));
    }

    private Response signIn(Guest guest) {
        AuthenticationSessionModel tab = FreshSignIn.of(session, guest.invitation());
        tab.setAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH, LoginActionsService.AUTHENTICATE_PATH);
        return redirect(new AuthenticationFlowURLHelper(
                        session, realm, session.getContext().getUri())
                .getLastExecutionUrl(tab));
    }

    private Response redirect(URI address) {
        return InvitationPage.sealed(session, Response.seeOther(address).build());
    }

    private DoorPages pages(Guest guest) {
        return new DoorPages(
                session,
                guest,
                URI.create(session.getContext().getUri().getRequestUri().getRawPath()));
    }

    private EventBuilder event() {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.EXECUTE_ACTION_TOKEN);
    }
}
