package io.keycloakcrm.imports;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.AdminEndpoint;
import io.keycloakcrm.rest.AdminEndpointFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

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

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
