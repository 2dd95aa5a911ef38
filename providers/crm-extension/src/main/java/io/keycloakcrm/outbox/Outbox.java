package io.keycloakcrm.outbox;

import io.keycloakcrm.background.AfterCommit;
import io.keycloakcrm.background.DatabaseClock;
import io.keycloakcrm.jpa.DirectInserts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Where what is to go out is put, in the transaction of whatever it follows from: rolled back with it, or sent after it. */
public final class Outbox implements Provider {

    private final KeycloakSession session;
    private final Runnable nudge;

    /** @param nudge tells this node that there may be something to send */
    Outbox(KeycloakSession session, Runnable nudge) {
        this.session = session;
        this.nudge = nudge;
    }

    /**
     * Puts one in.
     *
     * @return how many went in: none if one of this key is or was there
     */
    public int add(RealmModel realm, Parcel parcel) {
        return add(realm, List.of(parcel));
    }

    /**
     * Puts many in at once, each whose key is new.
     *
     * @return how many went in
     * @throws org.hibernate.exception.ConstraintViolationException if another transaction puts in the same key meanwhile;
     *     the present one can only be rolled back
     */
    public int add(RealmModel realm, Collection<Parcel> parcels) {
        var repository = new OutboxRepository(session, realm.getId());
        Map<String, Parcel> byKey = new LinkedHashMap<>();
        parcels.forEach(parcel -> byKey.putIfAbsent(parcel.key(), parcel));
        Set<String> known = repository.known(byKey.keySet());
        long now = DatabaseClock.millis(session);
        List<OutboxEntity> entities = byKey.values().stream()
                .filter(parcel -> !known.contains(parcel.key()))
                .map(parcel -> new OutboxEntity(realm.getId(), parcel, now))
                .toList();
        if (!entities.isEmpty()) {
            try (DirectInserts inserts = DirectInserts.in(session)) {
                inserts.insert(entities);
            }
            AfterCommit.run(session, nudge);
        }
        return entities.size();
    }

    /**
     * Takes one out that is no longer wanted.
     *
     * @return false if there is none, or if it is out of the house, or just going
     */
    public boolean withdraw(RealmModel realm, String key) {
        return new OutboxRepository(session, realm.getId()).withdraw(key, DatabaseClock.millis(session));
    }

    @Override
    public void close() {}
}
