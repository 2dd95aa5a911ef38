package io.keycloakcrm.jpa;

import com.google.auto.service.AutoService;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Points Keycloak at the changelog of the {@code CRM_*} tables. The entities are not listed: Quarkus builds the
 * persistence unit from every entity in the index of the jar, so that they can stay private to their rooms.
 */
@AutoService(JpaEntityProviderFactory.class)
public final class CrmJpaEntityProviderFactory implements JpaEntityProviderFactory, JpaEntityProvider {

    /** Names the log table DATABASECHANGELOG_CRM; must be unique among providers in its first ten letters. */
    static final String ID = "crm";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getFactoryId() {
        return ID;
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/crm-changelog-master.xml";
    }

    @Override
    public List<Class<?>> getEntities() {
        return List.of();
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
