package io.keycloakcrm.outbox;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.Registration;
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

/** The outbox, and the life of the engine behind it. */
@AutoService(OutboxFactory.class)
public final class OutboxFactory implements Registration<Outbox> {

    static final String ID = "default";

    private @Nullable OutboxConfig config;
    private @Nullable OutboxEngine engine;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Outbox create(KeycloakSession session) {
        OutboxEngine working = engine;
        if (working == null) {
            throw new IllegalStateException("not initialised");
        }
        return new Outbox(session, working::nudge);
    }

    @Override
    public void init(Config.Scope scope) {
        config = OutboxConfig.from(scope);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (config != null) {
            engine = OutboxEngine.start(factory, config);
        }
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }

    /** Closed before the database, so that what became of the parcels in hand can still be written down. */
    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(JpaConnectionProvider.class);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return Option.describe(List.of(
                new Option("workers", OutboxConfig.DEFAULT_WORKERS, "Deliveries under way at a time, 1 to 16."),
                new Option("per-second", OutboxConfig.DEFAULT_PER_SECOND, "What a node sends at most in a second."),
                new Option(
                        "lease-millis",
                        OutboxConfig.DEFAULT_LEASE_MILLIS,
                        "How long what a node has claimed is left to it if it does not begin."),
                new Option(
                        "sending-millis",
                        OutboxConfig.DEFAULT_SENDING_MILLIS,
                        "How long a delivery may take. After it nobody knows whether it went out, and it is given up."),
                new Option(
                        "tick-millis",
                        OutboxConfig.DEFAULT_TICK_MILLIS,
                        "How often a node looks for what is due again or was left behind by others."),
                new Option(
                        "retry-millis",
                        Retry.DEFAULT_FIRST_MILLIS,
                        "The wait after a first failure. It doubles each time, up to an hour."),
                new Option("max-attempts", Retry.DEFAULT_MOST, "Attempts before a delivery is given up."),
                new Option(
                        "retention-days",
                        OutboxConfig.DEFAULT_RETENTION_DAYS,
                        "Days after which what was delivered or given up is erased.")));
    }

    /** One option as the server documents it. */
    private record Option(String name, long defaultValue, String helpText) {

        static List<ProviderConfigProperty> describe(List<Option> options) {
            ProviderConfigurationBuilder builder = ProviderConfigurationBuilder.create();
            options.forEach(option -> builder.property()
                    .name(option.name())
                    .type("int")
                    .helpText(option.helpText())
                    .defaultValue(option.defaultValue())
                    .add());
            return builder.build();
        }
    }
}
