package io.keycloakcrm.imports.job;

import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;

/** What is removed from Keycloak is removed here too, in the same transaction. */
final class Removals {

    private Removals() {}

    static void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmRemovedEvent removed) {
            new RemovalRepository(removed.getKeycloakSession())
                    .removeRealm(removed.getRealm().getId());
        } else if (event instanceof UserModel.UserRemovedEvent removed) {
            new RemovalRepository(removed.getKeycloakSession())
                    .forget(removed.getRealm().getId(), removed.getUser().getId());
        }
    }
}
