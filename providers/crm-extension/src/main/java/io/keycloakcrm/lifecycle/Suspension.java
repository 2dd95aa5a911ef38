package io.keycloakcrm.lifecycle;

import java.util.concurrent.TimeUnit;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Takes an account out of service; it stays, and can be reinstated by a person. */
public final class Suspension {

    private final KeycloakSession session;
    private final RealmModel realm;

    public Suspension(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Suspends. Disabling alone leaves the sessions, and enabling the account would bring their refresh tokens back to
     * life; so they end, and tokens issued until now are not honoured again.
     */
    public void apply(UserModel user) {
        user.setEnabled(false);
        session.users()
                .setNotBeforeForUser(realm, user, (int) TimeUnit.MILLISECONDS.toSeconds(Time.currentTimeMillis()));
        session.sessions().removeUserSessions(realm, user);
    }
}
