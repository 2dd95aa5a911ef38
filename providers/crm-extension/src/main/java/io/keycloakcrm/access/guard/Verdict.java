package io.keycloakcrm.access.guard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AbstractKeycloakTransaction;

/** Lets a transaction be committed or not; asked before anything else of it is. Without a verdict it is not. */
final class Verdict extends AbstractKeycloakTransaction {

    private boolean reached;
    private @Nullable RefusedOnPage refusal;

    /** @param refused why not; empty to let it be committed */
    void reached(Optional<RefusedOnPage> refused) {
        this.reached = true;
        this.refusal = refused.orElse(null);
    }

    @Override
    protected void commitImpl() {
        if (!reached) {
            throw new IllegalStateException("What was done to roles could not be held to the law of rights");
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    protected void rollbackImpl() {}
}
