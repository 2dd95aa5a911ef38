package io.keycloakcrm.background;

import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Short transactions of background work, each with a session of its own. */
public final class Transactions {

    private final KeycloakSessionFactory factory;

    public Transactions(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** Runs and commits; whatever is thrown, at the commit too, rolls everything back. */
    public <T> T run(Function<KeycloakSession, T> task) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, task::apply);
    }

    /**
     * The same with the realm in the session's context, where much of Keycloak looks for it.
     *
     * @throws RealmGone if it was removed meanwhile
     */
    public <T> T run(String realmId, Function<KeycloakSession, T> task) {
        return run(session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null) {
                throw new RealmGone(realmId);
            }
            session.getContext().setRealm(realm);
            return task.apply(session);
        });
    }
}
