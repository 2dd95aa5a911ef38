package io.keycloakcrm.invitation.door;

import com.google.auto.service.AutoService;
import io.keycloakcrm.invitation.DeadLinkPage;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.actiontoken.AbstractActionTokenHandler;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.ActionTokenHandlerFactory;
import org.keycloak.common.util.Time;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Takes a person who was let in at the door to a sign-in of his own. Asks everything again that the door has asked. */
@SuppressWarnings("rawtypes") // the service has a type parameter
@AutoService(ActionTokenHandlerFactory.class)
public final class InvitationTokenHandler extends AbstractActionTokenHandler<InvitationToken> {

    private static final Logger LOG = Logger.getLogger(InvitationTokenHandler.class);

    /** The required action without which whoever comes by a link would be signed in with no credential asked of him. */
    private static final String GATE = "crm-onboarding";

    /** A node whose clock is behind takes the token for good a little longer. */
    private static final int CLOCK_SKEW_SECONDS = 300;

    public InvitationTokenHandler() {
        super(
                InvitationToken.TYPE,
                InvitationToken.class,
                "crm.invitation.dead-title",
                EventType.EXECUTE_ACTION_TOKEN,
                Errors.INVALID_TOKEN);
    }

    /** Never one that is under way in this browser: that may be another person's. */
    @Override
    public @Nullable String getAuthenticationSessionIdFromToken(
            InvitationToken token,
            ActionTokenContext<InvitationToken> context,
            @Nullable AuthenticationSessionModel present) {
        return null;
    }

    @Override
    public AuthenticationSessionModel startFreshAuthenticationSession(
            InvitationToken token, ActionTokenContext<InvitationToken> context) {
        KeycloakSession session = context.getSession();
        Optional<Guest> guest = Optional.of(token)
                .filter(given -> isOfThisBrowser(session, given))
                .filter(given -> hasGate(context.getRealm()))
                .flatMap(given -> Guest.of(session, given.edition()))
                .filter(found -> isFor(token, found))
                .filter(found -> isNotImpersonated(session))
                // Last, because it is the use.
                .filter(found -> isFirstUse(session, token));
        if (guest.isEmpty()) {
            context.getEvent().event(eventType()).error(Errors.NOT_ALLOWED);
            throw new WebApplicationException(DeadLinkPage.response(session));
        }
        return begun(session, guest.get(), token);
    }

    private static AuthenticationSessionModel begun(KeycloakSession session, Guest guest, InvitationToken token) {
        AuthenticationSessionModel tab = FreshSignIn.of(session, guest.invitation());
        guest.edition().bind(tab, token.channel());
        return tab;
    }

    private static boolean isOfThisBrowser(KeycloakSession session, InvitationToken token) {
        return DoorCookie.hash(session).filter(token::isOf).isPresent();
    }

    private static boolean isFor(InvitationToken token, Guest guest) {
        return guest.user().getId().equals(token.getUserId())
                && Objects.equals(guest.user().getEmail(), token.getEmail());
    }

    private static boolean isNotImpersonated(KeycloakSession session) {
        return SignedIn.in(session).filter(SignedIn::isImpersonated).isEmpty();
    }

    private static boolean isFirstUse(KeycloakSession session, InvitationToken token) {
        long left = token.getExp() - Time.currentTimeSeconds();
        return session.revokedTokens().put(token.serializeKey(), left + CLOCK_SKEW_SECONDS);
    }

    private static boolean hasGate(RealmModel realm) {
        @Nullable RequiredActionProviderModel gate = realm.getRequiredActionProviderByAlias(GATE);
        boolean enabled = gate != null && gate.isEnabled();
        if (!enabled) {
            LOG.warnf(
                    "invitations of realm %s lead nowhere: its required action %s is not enabled; run setup",
                    realm.getName(), GATE);
        }
        return enabled;
    }

    @Override
    public Response handleToken(InvitationToken token, ActionTokenContext<InvitationToken> context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        context.getEvent()
                .clone()
                .detail("crm_invitation", token.edition().invitationId())
                .success();
        // As after any sign-in: what the person consents to is asked by these.
        AuthenticationManager.setClientScopesInSession(context.getSession(), tab);
        @Nullable
        String step = AuthenticationManager.nextRequiredAction(
                context.getSession(), tab, context.getRequest(), context.getEvent());
        return AuthenticationManager.redirectToRequiredActions(
                context.getSession(), context.getRealm(), tab, context.getUriInfo(), step);
    }
}
