package io.keycloakcrm.staff;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.adapter.AbstractInMemoryUserAdapter;
import org.keycloak.userprofile.Attributes;
import org.keycloak.utils.StringUtil;

/**
 * A user who is complete but not in the database yet, with everything that {@code JpaUserProvider.addUser} and {@code
 * DefaultUserProfile.create} would have given him.
 */
final class UnsavedUser extends AbstractInMemoryUserAdapter {

    private UnsavedUser(KeycloakSession session, RealmModel realm) {
        super(session, realm, KeycloakModelUtils.generateId());
    }

    /** A user with the realm's defaults and those attributes of a profile that the profile lets be written. */
    static UnsavedUser of(KeycloakSession session, RealmModel realm, Attributes profile) {
        var user = new UnsavedUser(session, realm);
        @Nullable String name = profile.getFirst(USERNAME);
        user.setUsername(name == null ? profile.getFirst(EMAIL) : name);
        user.addDefaults();
        realm.getRequiredActionProvidersStream()
                .filter(RequiredActionProviderModel::isEnabled)
                .filter(RequiredActionProviderModel::isDefaultAction)
                .map(RequiredActionProviderModel::getAlias)
                .forEach(user::addRequiredAction);
        profile.getWritable().forEach((attribute, values) -> {
            // Modifiable, because the super class writes the lower-cased e-mail address into the list.
            var given = new ArrayList<>(
                    values.stream().filter(StringUtil::isNotBlank).toList());
            if (!given.isEmpty()) {
                user.setAttribute(attribute, given);
            }
        });
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
