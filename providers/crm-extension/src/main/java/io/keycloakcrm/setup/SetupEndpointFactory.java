package io.keycloakcrm.setup;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.AdminEndpoint;
import io.keycloakcrm.rest.AdminEndpointFactory;
import io.keycloakcrm.staff.StaffDirectory;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** Answers {@code /crm/setup}, and forgets what was applied to a realm when the realm goes. */
@AutoService(AdminEndpointFactory.class)
public final class SetupEndpointFactory implements AdminEndpointFactory {

    static final String ID = "setup";

    private final Clock clock = Clock.systemUTC();
    private final SetupPlan plan = SetupPlan.of(RealmConfig.load());

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public AdminEndpoint create(KeycloakSession session) {
        return this::resource;
    }

    private SetupResource resource(AdminCall call) {
        var memory = new SetupItemRepository(call.session(), clock);
        var setup = new RealmSetup(new SetupRealm(call.session(), call.realm()), plan, memory);
        return new SetupResource(call, setup, new StaffDirectory(call.session(), call.realm()));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(this::forgetRemovedRealm);
    }

    private void forgetRemovedRealm(ProviderEvent event) {
        if (event instanceof RealmModel.RealmRemovedEvent removed) {
            new SetupItemRepository(removed.getKeycloakSession(), clock)
                    .forget(removed.getRealm().getId());
        }
    }
}
