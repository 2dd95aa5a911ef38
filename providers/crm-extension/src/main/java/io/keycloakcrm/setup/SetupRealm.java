package io.keycloakcrm.setup;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * The realm that is set up. The user profile is one document in Keycloak, so its parts are collected here and stored
 * once: each store would validate and write the whole document again.
 */
final class SetupRealm {

    private final KeycloakSession session;
    private final RealmModel model;
    private @Nullable UPConfig profile;
    private boolean profileChanged;

    SetupRealm(KeycloakSession session, RealmModel model) {
        this.session = session;
        this.model = model;
    }

    KeycloakSession session() {
        return session;
    }

    RealmModel model() {
        return model;
    }

    /** Not by Keycloak's own look-up, which takes a client of that name for a scope. */
    Optional<ClientScopeModel> clientScope(String name) {
        return model.getClientScopesStream()
                .filter(scope -> name.equals(scope.getName()))
                .findFirst();
    }

    /** The realm's user profile with the changes collected so far; Keycloak's default profile where it has none. */
    UPConfig profile() {
        if (profile == null) {
            profile = session.getProvider(UserProfileProvider.class).getConfiguration();
        }
        return profile;
    }

    void profileChanged() {
        profileChanged = true;
    }

    /** Writes what was collected; without changes the realm keeps its profile, be it Keycloak's default, untouched. */
    void store() {
        if (profileChanged) {
            session.getProvider(UserProfileProvider.class).setConfiguration(profile());
            profileChanged = false;
        }
    }
}
