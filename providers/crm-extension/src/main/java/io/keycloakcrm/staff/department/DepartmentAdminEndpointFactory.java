package io.keycloakcrm.staff.department;

import com.google.auto.service.AutoService;
import io.keycloakcrm.background.Rounds;
import io.keycloakcrm.rest.AdminEndpoint;
import io.keycloakcrm.rest.AdminEndpointFactory;
import org.keycloak.Config;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** {@code /admin/realms/{realm}/crm/departments}, and the ears for what Keycloak's own pages do to departments. */
@AutoService(AdminEndpointFactory.class)
public final class DepartmentAdminEndpointFactory implements AdminEndpointFactory {

    static final String ID = "departments";

    private static final String TASK = "crm-department-projection";

    private long refreshIntervalMillis;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public AdminEndpoint create(KeycloakSession session) {
        return DepartmentsResource::new;
    }

    @Override
    public void init(Config.Scope config) {
        refreshIntervalMillis = config.getLong("refresh-interval-millis", 10_000L);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(DepartmentAdminEndpointFactory::onEvent);
        Rounds.begin(
                factory,
                "Department paths",
                TASK,
                refreshIntervalMillis,
                refreshIntervalMillis,
                new DepartmentProjection(factory)::run);
    }

    private static void onEvent(ProviderEvent event) {
        if (event instanceof GroupModel.GroupEvent changed && changesTree(changed)) {
            new DepartmentTreeCache(changed.getKeycloakSession(), changed.getRealm()).invalidate();
        }
        if (event instanceof GroupModel.GroupPathChangeEvent moved) {
            refresh(
                    moved.getKeycloakSession(),
                    moved.getRealm(),
                    moved.getGroup().getId());
        } else if (event instanceof GroupModel.GroupRemovedEvent removed) {
            refresh(
                    removed.getKeycloakSession(),
                    removed.getRealm(),
                    removed.getGroup().getId());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            new DepartmentRepository(removed.getKeycloakSession())
                    .deleteByRealm(removed.getRealm().getId());
        }
    }

    // Keycloak takes the realm of most group events from the context, which background work may have left empty.
    private static boolean changesTree(GroupModel.GroupEvent event) {
        return event.getRealm() != null
                && !(event instanceof GroupModel.GroupMemberJoinEvent)
                && !(event instanceof GroupModel.GroupMemberLeaveEvent);
    }

    private static void refresh(KeycloakSession session, RealmModel realm, String groupId) {
        if (realm.getAttribute(Departments.ROOT) != null) {
            new DepartmentRepository(session).requestRefresh(realm.getId(), groupId);
        }
    }
}
