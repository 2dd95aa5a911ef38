package io.keycloakcrm.imports;

import com.google.auto.service.AutoService;
import io.keycloakcrm.imports.job.EngineConfig;
import io.keycloakcrm.imports.job.ImportEngine;
import io.keycloakcrm.rest.AdminEndpoint;
import io.keycloakcrm.rest.AdminEndpointFactory;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** {@code /crm/imports}, and the life of the engine behind it. */
@AutoService(AdminEndpointFactory.class)
public final class ImportsAdminEndpointFactory implements AdminEndpointFactory {

    static final String ID = "imports";

    private @Nullable ImportsConfig config;
    private @Nullable ImportEngine engine;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public AdminEndpoint create(KeycloakSession session) {
        ImportsConfig limits = config;
        ImportEngine working = engine;
        if (limits == null || working == null) {
            throw new IllegalStateException("not initialised");
        }
        return call -> new ImportsResource(call, limits, working);
    }

    @Override
    public void init(Config.Scope scope) {
        config = ImportsConfig.from(scope);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (config != null) {
            engine = ImportEngine.start(factory, config.engine());
        }
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }

    /** Closed before the database, so that the work in hand can still be committed. */
    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(JpaConnectionProvider.class);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name("max-file-bytes")
                .type("long")
                .helpText("Larger files are refused.")
                .defaultValue(ImportsConfig.DEFAULT_MAX_FILE_BYTES)
                .add()
                .property()
                .name("workers")
                .type("int")
                .helpText(
                        "Chunks this node works at the same time, 1 to 4; jobs of the considerate pace take one of them.")
                .defaultValue(EngineConfig.DEFAULT_WORKERS)
                .add()
                .property()
                .name("retention-days")
                .type("int")
                .helpText("Days after which file and results of a finished import are erased.")
                .defaultValue(30)
                .add()
                .property()
                .name("lease-millis")
                .type("long")
                .helpText("How long a piece of work is left to a node that has gone silent.")
                .defaultValue(20_000L)
                .add()
                .property()
                .name("tick-millis")
                .type("long")
                .helpText("How often this node looks for work left behind by others.")
                .defaultValue(10_000L)
                .add()
                .build();
    }
}
