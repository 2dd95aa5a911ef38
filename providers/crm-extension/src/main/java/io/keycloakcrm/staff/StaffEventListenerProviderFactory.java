package io.keycloakcrm.staff;

import com.google.auto.service.AutoService;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Keeps the staff index in step with what Keycloak's own pages and endpoints do to users. Keycloak has no provider
 * event for attributes, so its audit events stand in; they are delivered inside the transaction that made the change.
 */
@AutoService(EventListenerProviderFactory.class)
public final class StaffEventListenerProviderFactory implements EventListenerProviderFactory {

    static final String ID = "crm-staff-index";

    private static final Pattern USER_PATH = Pattern.compile("^users/([^/]+)");

    private static final Set<ResourceType> ABOUT_USERS = EnumSet.of(ResourceType.USER, ResourceType.GROUP_MEMBERSHIP);

    private static final Set<EventType> PROFILE_CHANGES = EnumSet.of(
            EventType.REGISTER,
            EventType.UPDATE_PROFILE,
            EventType.UPDATE_EMAIL,
            EventType.IDENTITY_PROVIDER_FIRST_LOGIN);

    @Override
    public String getId() {
        return ID;
    }

    /** In every realm, without having to be named in its settings. */
    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new Listener(session);
    }

    private record Listener(KeycloakSession session) implements EventListenerProvider {

        @Override
        public void onEvent(Event event) {
            if (event.getUserId() == null || event.getRealmId() == null) {
                return;
            }
            if (event.getType() == EventType.LOGIN) {
                new StaffRepository(session).recordLogin(event.getRealmId(), event.getUserId(), event.getTime());
            } else if (PROFILE_CHANGES.contains(event.getType())) {
                follow(event.getRealmId(), event.getUserId());
            }
        }

        @Override
        public void onEvent(AdminEvent event, boolean includeRepresentation) {
            boolean removedUser =
                    event.getResourceType() == ResourceType.USER && event.getOperationType() == OperationType.DELETE;
            if (ABOUT_USERS.contains(event.getResourceType()) && !removedUser) {
                userId(event).ifPresent(id -> follow(event.getRealmId(), id));
            }
        }

        private static Optional<String> userId(AdminEvent event) {
            if (event.getResourcePath() == null) {
                return Optional.empty();
            }
            Matcher path = USER_PATH.matcher(event.getResourcePath());
            return path.find() ? Optional.of(path.group(1)) : Optional.empty();
        }

        private void follow(String realmId, String userId) {
            @Nullable RealmModel realm = session.realms().getRealm(realmId);
            @Nullable UserModel user = realm == null ? null : session.users().getUserById(realm, userId);
            if (realm != null && user != null) {
                new StaffMembership(session, realm).follow(user);
                new StaffIndex(session, realm).follow(user);
            }
        }

        @Override
        public void close() {}
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
