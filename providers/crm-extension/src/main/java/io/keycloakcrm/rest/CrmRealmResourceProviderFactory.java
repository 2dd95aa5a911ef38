package io.keycloakcrm.rest;

import com.google.auto.service.AutoService;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** {@code /realms/{realm}/crm}: what needs no administrator. */
@AutoService(RealmResourceProviderFactory.class)
public final class CrmRealmResourceProviderFactory implements RealmResourceProviderFactory {

    static final String ID = "crm";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new CrmRealmResourceProvider(session);
    }

    private record CrmRealmResourceProvider(KeycloakSession session) implements RealmResourceProvider {

        @Override
        public Object getResource() {
            return new PublicResource(session);
        }

        @Override
        public void close() {}
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
