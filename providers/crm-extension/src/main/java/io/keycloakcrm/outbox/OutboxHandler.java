package io.keycloakcrm.outbox;

import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Knows one kind of parcel: what it says, to whom, and who waits to hear what became of it. */
public interface OutboxHandler extends Provider {

    /**
     * Makes the content, just before it goes out. Runs in a transaction that is committed before anything is sent, so
     * that a secret may be minted here and its hash stored; may run again for the same reference if sending failed.
     *
     * @param reference of the parcel; what it refers to may be gone
     * @return nothing if it is no longer to be sent
     */
    Optional<Delivery> prepare(RealmModel realm, String reference);

    /**
     * Told what became of the parcel, in the transaction in which that is recorded. What it refers to may be gone. After
     * {@link Ending#UNCERTAIN} the truth may still follow, from a node that was slow and not dead.
     */
    default void ended(RealmModel realm, String reference, Ending ending) {}

    @Override
    default void close() {}
}
