package io.keycloakcrm.rest;

import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/**
 * An admin event of work that no request is behind. Keycloak's builder takes its actor from a request and insists that
 * account and client exist; what was done in somebody's name is to be recorded even when he is gone.
 */
final class BackgroundAdminEvent extends AdminEventBuilder {

    private BackgroundAdminEvent(RealmModel realm, KeycloakSession session, AdminEvent draft) {
        super(realm, null, session, null, draft);
    }

    /** An event about {@code realm}, to be completed and sent by the caller within his transaction. */
    static AdminEventBuilder of(KeycloakSession session, RealmModel realm, ActingAdministrator acting) {
        var draft = new AdminEvent();
        draft.setRealmId(realm.getId());
        draft.setRealmName(realm.getName());
        draft.setAuthDetails(details(session, acting));
        return new BackgroundAdminEvent(realm, session, draft);
    }

    private static AuthDetails details(KeycloakSession session, ActingAdministrator acting) {
        var details = new AuthDetails();
        details.setRealmId(acting.realmId());
        details.setUserId(acting.userId());
        @Nullable RealmModel own = session.realms().getRealm(acting.realmId());
        if (own != null) {
            details.setRealmName(own.getName());
            @Nullable
            ClientModel client = acting.clientId() == null ? null : own.getClientByClientId(acting.clientId());
            details.setClientId(client == null ? null : client.getId());
        }
        return details;
    }
}
