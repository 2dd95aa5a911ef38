package io.keycloakcrm.background;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The one clock all nodes share: leases compare only with it, so skewed nodes do no harm. */
public final class DatabaseClock {

    private DatabaseClock() {}

    /** Milliseconds since 1970 at the start of the transaction or of the statement, as the database prefers. */
    public static long millis(KeycloakSession session) {
        EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        if (em.getEntityManagerFactory()
                        .unwrap(SessionFactoryImplementor.class)
                        .getJdbcServices()
                        .getDialect()
                instanceof MySQLDialect) {
            // Its timestamps carry no zone: each node would read them in its own.
            BigDecimal seconds = (BigDecimal)
                    em.createNativeQuery("select unix_timestamp(now(3))").getSingleResult();
            return seconds.movePointRight(3).longValue();
        }
        return em.createQuery("select instant", Instant.class).getSingleResult().toEpochMilli();
    }
}
