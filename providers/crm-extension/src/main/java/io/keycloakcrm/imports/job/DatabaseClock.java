package io.keycloakcrm.imports.job;

import java.time.Instant;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The one clock all nodes share: leases compare only with it, so skewed nodes do no harm. */
final class DatabaseClock {

    private DatabaseClock() {}

    /** Milliseconds since 1970 at the start of the transaction or of the statement, as the database prefers. */
    static long millis(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery("select instant", Instant.class)
                .getSingleResult()
                .toEpochMilli();
    }
}
