package io.keycloakcrm.background;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** What is done once a transaction has committed; nothing if it does not. */
public final class AfterCommit extends AbstractKeycloakTransaction {

    private final Runnable task;

    private AfterCommit(Runnable task) {
        this.task = task;
    }

    public static void run(KeycloakSession session, Runnable task) {
        session.getTransactionManager().enlistAfterCompletion(new AfterCommit(task));
    }

    @Override
    protected void commitImpl() {
        task.run();
    }

    @Override
    protected void rollbackImpl() {}
}
