package io.keycloakcrm.imports;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.AdminEndpoint;
import io.keycloakcrm.rest.AdminEndpointFactory;
import org.keycloak.models.KeycloakSession;

/** {@code /crm/import-presets}. */
@AutoService(AdminEndpointFactory.class)
public final class ImportPresetsAdminEndpointFactory implements AdminEndpointFactory {

    static final String ID = "import-presets";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public AdminEndpoint create(KeycloakSession session) {
        return ImportPresetsResource::new;
    }
}
