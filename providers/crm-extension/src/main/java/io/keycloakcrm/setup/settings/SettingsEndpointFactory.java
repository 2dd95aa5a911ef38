package io.keycloakcrm.setup.settings;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.AdminEndpoint;
import io.keycloakcrm.rest.AdminEndpointFactory;
import org.keycloak.models.KeycloakSession;

/** Answers {@code /crm/settings}. */
@AutoService(AdminEndpointFactory.class)
public final class SettingsEndpointFactory implements AdminEndpointFactory {

    static final String ID = "settings";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public AdminEndpoint create(KeycloakSession session) {
        return SettingsResource::new;
    }
}
