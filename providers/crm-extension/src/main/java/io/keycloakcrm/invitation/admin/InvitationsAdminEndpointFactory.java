package io.keycloakcrm.invitation.admin;

import com.google.auto.service.AutoService;
import io.keycloakcrm.invitation.InvitationSweep;
import io.keycloakcrm.rest.AdminEndpoint;
import io.keycloakcrm.rest.AdminEndpointFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.keycloak.Config;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.timer.TimerProvider;

/** {@code /admin/realms/{realm}/crm/invitations}; also looks, now and then, what time does to invitations. */
@AutoService(AdminEndpointFactory.class)
public final class InvitationsAdminEndpointFactory implements AdminEndpointFactory {

    static final String ID = "invitations";

    private static final String SWEEP = "crm-invitation-sweep";
    private static final long DEFAULT_SWEEP_MILLIS = Duration.ofMinutes(10).toMillis();

    private long sweepMillis;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public AdminEndpoint create(KeycloakSession session) {
        return InvitationsResource::new;
    }

    @Override
    public void init(Config.Scope config) {
        sweepMillis = config.getLong("sweep-interval-millis", DEFAULT_SWEEP_MILLIS);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name("sweep-interval-millis")
                .type("int")
                .helpText("How often invitations are marked whose time is over, and people are reminded of theirs.")
                .defaultValue(DEFAULT_SWEEP_MILLIS)
                .add()
                .build();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                KeycloakModelUtils.runJobInTransaction(factory, session -> schedule(session, factory));
            }
        });
    }

    private void schedule(KeycloakSession session, KeycloakSessionFactory factory) {
        Executor executor = session.getProvider(ExecutorsProvider.class).getExecutor(SWEEP);
        var sweep = new InvitationSweep(factory);
        // Keycloak has one timer thread for everything, so the tick only hands over.
        session.getProvider(TimerProvider.class)
                .schedule(() -> executor.execute(sweep::sweep), sweepMillis, sweepMillis, SWEEP);
    }
}
