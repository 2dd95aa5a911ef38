package io.keycloakcrm.invitation.door;

import com.google.auto.service.AutoService;
import io.keycloakcrm.invitation.DeadLinkPage;
import io.keycloakcrm.rest.PublicEndpoint;
import io.keycloakcrm.rest.PublicEndpointFactory;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/crm/new-link}: where a new link is asked for. */
@AutoService(PublicEndpointFactory.class)
public final class NewLinkPublicEndpointFactory implements PublicEndpointFactory {

    @Override
    public String getId() {
        return DeadLinkPage.BRANCH;
    }

    @Override
    public PublicEndpoint create(KeycloakSession session) {
        return NewLinkResource::new;
    }
}
