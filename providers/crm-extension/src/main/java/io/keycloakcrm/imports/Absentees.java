package io.keycloakcrm.imports;

import io.keycloakcrm.imports.mapping.StaffField;
import io.keycloakcrm.staff.StaffAttributes;
import io.keycloakcrm.staff.StaffIndex;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** What the results file says about people who stand in no row: only who they are. */
final class Absentees {

    private final KeycloakSessionFactory factory;
    private final String realmId;

    Absentees(KeycloakSessionFactory factory, String realmId) {
        this.factory = factory;
        this.realmId = realmId;
    }

    /** By user id, the fields that identify people; nothing for who is gone. In a transaction of its own. */
    Map<String, Map<String, String>> identities(Collection<String> userIds) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            Map<String, Map<String, String>> found = new HashMap<>();
            @Nullable RealmModel realm = session.realms().getRealm(realmId);
            if (realm != null) {
                session.getContext().setRealm(realm); // where Keycloak looks for it when it reads a user
                userIds.forEach(id -> found.put(id, identity(session, realm, id)));
            }
            return found;
        });
    }

    private static Map<String, String> identity(KeycloakSession session, RealmModel realm, String userId) {
        @Nullable UserModel user = session.users().getUserById(realm, userId);
        if (user == null) {
            return Map.of();
        }
        return Map.of(
                StaffField.USERNAME.id(), text(user.getUsername()),
                StaffField.EMAIL.id(), text(user.getEmail()),
                StaffField.EMPLOYEE_NUMBER.id(), text(user.getFirstAttribute(StaffAttributes.EMPLOYEE_NUMBER)),
                StaffField.FIRST_NAME.id(), text(user.getFirstName()),
                StaffField.LAST_NAME.id(), text(user.getLastName()),
                StaffField.NAME.id(), StaffIndex.displayName(user));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
