package io.keycloakcrm.invitation.door;

import io.keycloakcrm.brand.Brand;
import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.invitation.InvitationPage;
import io.keycloakcrm.invitation.Inviter;
import io.keycloakcrm.staff.PersonName;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The pages of the door for a guest. Where they stand is a secret and never in their text.
 *
 * @param address path of the link
 */
record DoorPages(KeycloakSession session, Guest guest, URI address) {

    /** Who invites whom and until when, and the button. */
    Response landing() {
        return landing(Response.Status.OK);
    }

    /** The same to a form that came from elsewhere, or from a browser without cookies. */
    Response landingOnceMore() {
        return landing(Response.Status.BAD_REQUEST);
    }

    private Response landing(Response.Status status) {
        Invitation invitation = guest.invitation();
        Map<String, Object> attributes = common();
        attributes.put("again", status != Response.Status.OK);
        attributes.put("claimed", guest.isIn());
        attributes.put("inviter", inviterName(invitation.inviter()));
        attributes.put("words", ShownText.block(invitation.terms().message()));
        attributes.put("until", moment(invitation));
        return InvitationPage.of(session, status, "crm-invitation.ftl", address, attributes);
    }

    /** Empty for an application that invites by itself. */
    private String inviterName(Inviter inviter) {
        @Nullable RealmModel home = session.realms().getRealm(inviter.realmId());
        @Nullable UserModel user = home == null ? null : session.users().getUserById(home, inviter.userId());
        return user == null || user.getServiceAccountClientLink() != null ? "" : nameOf(user);
    }

    /** Asks whether to sign the other out. */
    Response otherUser(SignedIn other) {
        return otherUser(other, Response.Status.CONFLICT);
    }

    /** Does not ask: an administrator who acts as a user takes up no invitation. */
    Response impersonated(SignedIn other) {
        return otherUser(other, Response.Status.FORBIDDEN);
    }

    private Response otherUser(SignedIn other, Response.Status status) {
        Map<String, Object> attributes = common();
        attributes.put("other", nameOf(other.user()));
        attributes.put("impersonated", other.isImpersonated());
        return InvitationPage.of(session, status, "crm-other-user.ftl", address, attributes);
    }

    private Map<String, Object> common() {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("state", DoorCookie.present(session));
        attributes.put(
                "company",
                ShownText.word(Brand.of(session.getContext().getRealm()).name()));
        attributes.put("invitee", nameOf(guest.user()));
        return attributes;
    }

    private static String nameOf(UserModel user) {
        return ShownText.word(PersonName.display(user.getFirstName(), user.getLastName(), user.getUsername()));
    }

    /** In the reader's language; nobody here knows his clock, so in the one that all know. */
    private String moment(Invitation invitation) {
        Locale locale = session.getContext().resolveLocale(null);
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(invitation.moments().expiresAt().atOffset(ZoneOffset.UTC));
    }
}
