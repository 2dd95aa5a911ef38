package io.keycloakcrm.staff;

import com.google.auto.service.AutoService;
import io.keycloakcrm.background.Rounds;
import io.keycloakcrm.rest.AdminEndpoint;
import io.keycloakcrm.rest.AdminEndpointFactory;
import io.keycloakcrm.staff.number.EmployeeNumberIntegrator;
import java.time.Duration;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderEvent;

/** {@code /admin/realms/{realm}/crm/staff}; also takes leavers of Keycloak's own tables out of the index. */
@AutoService(AdminEndpointFactory.class)
public final class StaffAdminEndpointFactory implements AdminEndpointFactory {

    static final String ID = "staff";

    private static final String REINDEX = "crm-staff-reindex";

    private static final long FIRST_REINDEX_MILLIS = 60_000;

    private long reindexIntervalMillis;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public AdminEndpoint create(KeycloakSession session) {
        return StaffsResource::new;
    }

    @Override
    public void init(Config.Scope config) {
        reindexIntervalMillis =
                config.getLong("reindex-interval-millis", Duration.ofDays(1).toMillis());
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name("reindex-interval-millis")
                .type("int")
                .helpText("How often the staff index of each realm is compared with its users, in milliseconds.")
                .defaultValue(Duration.ofDays(1).toMillis())
                .add()
                .build();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        if (!EmployeeNumberIntegrator.isRegistered()) {
            throw new IllegalStateException("The listener that keeps employee numbers unique is not registered with"
                    + " Hibernate; this release of the extension does not fit this Keycloak");
        }
        factory.register(StaffAdminEndpointFactory::onEvent);
        // Soon after the start too: numbers from before the installation are not protected until then, and a server
        // that is restarted every night would never come to it.
        Rounds.begin(
                factory,
                "Staff indexes",
                REINDEX,
                FIRST_REINDEX_MILLIS,
                reindexIntervalMillis,
                () -> StaffReindex.ofAllRealms(factory));
    }

    private static void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmPostCreateEvent created) {
            // People who came with an imported realm; no event tells of each.
            StaffReindex.within(created.getKeycloakSession(), created.getCreatedRealm());
        } else if (event instanceof UserModel.UserRemovedEvent removed) {
            new StaffRepository(removed.getKeycloakSession())
                    .deleteByUser(removed.getRealm().getId(), removed.getUser().getId());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            new StaffRepository(removed.getKeycloakSession())
                    .deleteByRealm(removed.getRealm().getId());
        }
    }
}
