package io.keycloakcrm.staff.department;

import com.google.auto.service.AutoService;
import io.keycloakcrm.rest.AdminEndpoint;
import io.keycloakcrm.rest.AdminEndpointFactory;
import java.util.concurrent.Executor;
import org.keycloak.Config;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.timer.TimerProvider;

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
        factory.register(event -> onEvent(factory, event));
    }

    private void onEvent(KeycloakSessionFactory factory, ProviderEvent event) {
        if (event instanceof GroupModel.GroupEvent changed && changesTree(changed)) {
            new DepartmentTreeCache(changed.getKeycloakSession(), changed.getRealm()).invalidate();
        }
        if (event instanceof PostMigrationEvent) {
            KeycloakModelUtils.runJobInTransaction(factory, session -> schedule(session, factory));
        } else if (event instanceof GroupModel.GroupPathChangeEvent moved) {
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

    private void schedule(KeycloakSession session, KeycloakSessionFactory factory) {
        Executor executor = session.getProvider(ExecutorsProvider.class).getExecutor(TASK);
        // Keycloak has one timer thread for everything, so the tick only hands over.
        session.getProvider(TimerProvider.class)
                .schedule(
                        () -> executor.execute(new DepartmentProjection(factory)::runLogged),
                        refreshIntervalMillis,
                        TASK);
    }

    private static void refresh(KeycloakSession session, RealmModel realm, String groupId) {
        if (realm.getAttribute(Departments.ROOT) != null) {
            new DepartmentRepository(session).requestRefresh(realm.getId(), groupId);
        }
    }
}
