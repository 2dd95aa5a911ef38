package io.keycloakcrm.invitation.door;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.PublicEndpoint;
import io.keycloakcrm.rest.PublicEndpointFactory;
import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;

/** {@code /realms/{realm}/crm/arrival}: where a sign-in that began here ends, before it goes on to the application. */
@AutoService(PublicEndpointFactory.class)
public final class ArrivalPublicEndpointFactory implements PublicEndpointFactory {

    private static final String ID = "arrival";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public PublicEndpoint create(KeycloakSession session) {
        return ArrivalResource::new;
    }

    static URI address(KeycloakSession session, String invitationId) {
        return Urls.realmBase(session.getContext().getUri().getBaseUri())
                .path("{realm}/crm/{branch}/{invitation}")
                .build(session.getContext().getRealm().getName(), ID, invitationId);
    }
}
