package io.keycloakcrm.tests.provider;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.AdminEndpoint;
import io.keycloakcrm.rest.AdminEndpointFactory;
import org.keycloak.models.KeycloakSession;

/** Lets tests take the steps of invitations one by one, at the same moment from many sides. */
@AutoService(AdminEndpointFactory.class)
public final class StepsEndpointFactory implements AdminEndpointFactory {

    @Override
    public String getId() {
        return "invitation-steps";
    }

    @Override
    public AdminEndpoint create(KeycloakSession session) {
        return StepsResource::new;
    }
}
