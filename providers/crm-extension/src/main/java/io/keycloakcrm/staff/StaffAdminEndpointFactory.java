package io.keycloakcrm.staff;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.AdminCall;
import io.keycloakcrm.rest.AdminEndpoint;
import io.keycloakcrm.rest.AdminEndpointFactory;
import io.keycloakcrm.staff.number.EmployeeNumberIntegrator;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;

/** {@code /admin/realms/{realm}/crm/staff}; also takes leavers of Keycloak's own tables out of the index. */
@AutoService(AdminEndpointFactory.class)
public final class StaffAdminEndpointFactory implements AdminEndpointFactory, AdminEndpoint {

    static final String ID = "staff";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public AdminEndpoint create(KeycloakSession session) {
        return this;
    }

    @Override
    public Object resource(AdminCall call) {
        return new StaffsResource(call);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (!EmployeeNumberIntegrator.isRegistered()) {
            throw new IllegalStateException("The listener that keeps employee numbers unique is not registered with"
                    + " Hibernate; this release of the extension does not fit this Keycloak");
        }
        factory.register(StaffAdminEndpointFactory::onEvent);
    }

    private static void onEvent(ProviderEvent event) {
        if (event instanceof UserModel.UserRemovedEvent removed) {
            new StaffRepository(removed.getKeycloakSession())
                    .deleteByUser(removed.getRealm().getId(), removed.getUser().getId());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            new StaffRepository(removed.getKeycloakSession())
                    .deleteByRealm(removed.getRealm().getId());
        }
    }

    @Override
    public void close() {}
}
