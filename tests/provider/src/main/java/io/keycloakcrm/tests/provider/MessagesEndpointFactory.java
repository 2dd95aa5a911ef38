package io.keycloakcrm.tests.provider;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.AdminEndpoint;
import io.keycloakcrm.rest.AdminEndpointFactory;
import org.keycloak.models.KeycloakSession;

/** Shows tests the text messages that went out. */
@AutoService(AdminEndpointFactory.class)
public final class MessagesEndpointFactory implements AdminEndpointFactory {

    @Override
    public String getId() {
        return "text-messages";
    }

    @Override
    public AdminEndpoint create(KeycloakSession session) {
        return MessagesResource::new;
    }
}
