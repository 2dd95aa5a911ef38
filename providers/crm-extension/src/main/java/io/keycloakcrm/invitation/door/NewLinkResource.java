package io.keycloakcrm.invitation.door;

import io.keycloakcrm.invitation.DeadLinkPage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/crm/new-link}, for whoever has no link at hand that could say which invitation it was. */
final class NewLinkResource {

    private final KeycloakSession session;

    NewLinkResource(KeycloakSession session) {
        this.session = session;
    }

    @GET
    public Response look() {
        OpenRealm.requireOf(session);
        return DeadLinkPage.response(session);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask() {
        OpenRealm.requireOf(session);
        return NewLinkRequest.of(session.getContext().getHttpRequest().getDecodedFormParameters(), "")
                .answer(session);
    }
}
