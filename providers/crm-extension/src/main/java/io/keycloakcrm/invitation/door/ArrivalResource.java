package io.keycloakcrm.invitation.door;

import io.keycloakcrm.invitation.Invitation;
import io.keycloakcrm.invitation.InvitationPage;
import io.keycloakcrm.invitation.Invitations;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.models.KeycloakSession;

/**
 * Sends people on to where their invitation leads, by an address with nothing added: Keycloak's answer to a sign-in brings
 * {@code session_state} and {@code iss} along, which an application that asked for nothing gives back as a part of its own address, and
 * Keycloak then refuses that. What the caller says plays no part, but for which invitation it is.
 */
final class ArrivalResource {

    private final KeycloakSession session;

    ArrivalResource(KeycloakSession session) {
        this.session = session;
    }

    @GET
    @Path("{invitation}")
    public Response arrive(@PathParam("invitation") String invitationId) {
        OpenRealm.requireOf(session);
        Destination destination = session.getProvider(Invitations.class)
                .find(session.getContext().getRealm(), invitationId)
                .map(Invitation::terms)
                .map(terms -> Destination.of(session, terms))
                .orElseGet(() -> Destination.account(session));
        return InvitationPage.sealed(
                session, Response.seeOther(URI.create(destination.address())).build());
    }
}
