package io.keycloakcrm.setup;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The memory of what setup applied, realm by realm. */
final class SetupItemRepository {

    private final EntityManager entities;
    private final Clock clock;

    SetupItemRepository(KeycloakSession session, Clock clock) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.clock = clock;
    }

    /** Fingerprints as applied, by item id. */
    Map<String, Fingerprint> applied(String realmId) {
        return entities.createNamedQuery("SetupItemEntity.byRealm", SetupItemEntity.class)
                .setParameter("realmId", realmId)
                .getResultStream()
                .collect(Collectors.toMap(SetupItemEntity::item, item -> new Fingerprint(item.appliedHash())));
    }

    void remember(String realmId, String item, Fingerprint fingerprint) {
        long now = clock.millis();
        @Nullable SetupItemEntity known = entities.find(SetupItemEntity.class, new SetupItemEntity.Key(realmId, item));
        if (known == null) {
            entities.persist(new SetupItemEntity(realmId, item, fingerprint.hex(), now));
        } else {
            known.apply(fingerprint.hex(), now);
        }
    }

    /** Sends what is pending, so that a collision with another setup shows here and not after the answer was made. */
    void flush() {
        entities.flush();
    }

    void forget(String realmId) {
        entities.createNamedQuery("SetupItemEntity.deleteByRealm")
                .setParameter("realmId", realmId)
                .executeUpdate();
    }
}
