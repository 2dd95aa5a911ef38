package io.keycloakcrm.invitation.door;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.PublicEndpoint;
import io.keycloakcrm.rest.PublicEndpointFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** {@code /realms/{realm}/crm/i}: where links of invitations lead. */
@AutoService(PublicEndpointFactory.class)
public final class DoorPublicEndpointFactory implements PublicEndpointFactory {

    static final String ID = "i";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                new AllowanceRepository(
                                removed.getKeycloakSession(), removed.getRealm().getId())
                        .removeRealm();
            }
        });
    }

    @Override
    public PublicEndpoint create(KeycloakSession session) {
        return DoorResource::new;
    }
}
