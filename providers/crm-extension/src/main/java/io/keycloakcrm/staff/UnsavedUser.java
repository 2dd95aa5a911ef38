package io.keycloakcrm.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.adapter.AbstractInMemoryUserAdapter;

/**
 * A user who is complete but not in the database yet, with everything that {@code JpaUserProvider.addUser} and {@code
 * DefaultUserProfile.create} would have given him.
 */
final class UnsavedUser extends AbstractInMemoryUserAdapter {

    private UnsavedUser(KeycloakSession session, RealmModel realm) {
        super(session, realm, KeycloakModelUtils.generateId());
    }

    /** A user with the realm's defaults and the given attributes. */
    static UnsavedUser of(
            KeycloakSession session, RealmModel realm, String username, Map<String, List<String>> attributes) {
        var user = new UnsavedUser(session, realm);
        user.setUsername(username);
        user.addDefaults();
        realm.getRequiredActionProvidersStream()
                .filter(RequiredActionProviderModel::isEnabled)
                .filter(RequiredActionProviderModel::isDefaultAction)
                .map(RequiredActionProviderModel::getAlias)
                .forEach(user::addRequiredAction);
        // Modifiable, because the super class writes the lower-cased e-mail address into the list.
        attributes.forEach((name, values) -> user.setAttribute(name, new ArrayList<>(values)));
        return user;
    }

    Stream<String> roleIds() {
        return getRoleMappingsStream().map(RoleModel::getId);
    }

    Stream<String> groupIds() {
        return getGroupsStream().map(GroupModel::getId);
    }

    @Override
    public SubjectCredentialManager credentialManager() {
        throw new UnsupportedOperationException("credentials are given when the user is saved");
    }
}
