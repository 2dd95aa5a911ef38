package io.keycloakcrm.invitation.admin;

import com.google.auto.service.AutoService;
import io.keycloakcrm.background.Rounds;
import io.keycloakcrm.invitation.InvitationSweep;
import io.keycloakcrm.rest.AdminEndpoint;
import io.keycloakcrm.rest.AdminEndpointFactory;
import java.time.Duration;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

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
        Rounds.begin(factory, "Invitations", SWEEP, sweepMillis, sweepMillis, new InvitationSweep(factory)::sweep);
    }
}
