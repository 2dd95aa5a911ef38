package io.keycloakcrm.tests.provider;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.AdminEndpoint;
import io.keycloakcrm.rest.AdminEndpointFactory;
import org.keycloak.models.KeycloakSession;

@AutoService(AdminEndpointFactory.class)
public final class LettersEndpointFactory implements AdminEndpointFactory {

    @Override
    public String getId() {
        return "letters";
    }

    @Override
    public AdminEndpoint create(KeycloakSession session) {
        return LettersResource::new;
    }
}
