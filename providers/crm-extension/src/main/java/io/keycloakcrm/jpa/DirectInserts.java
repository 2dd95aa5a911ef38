package io.keycloakcrm.jpa;

import java.util.List;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Inserts many entities as they are: on the connection and in the transaction of a session, but past its persistence
 * context, so that memory and dirty checks do not grow with the rows. Nothing is cascaded, and what other code has
 * persisted in the session must be flushed before, or it may come after.
 */
public final class DirectInserts implements AutoCloseable {

    /** What PostgreSQL's driver puts into one statement at most when it rewrites batches. */
    private static final int BATCH = 128;

    private final StatelessSession direct;

    private DirectInserts(StatelessSession direct) {
        this.direct = direct;
    }

    /** Opens for the transaction of a session; to be closed within it. */
    public static DirectInserts in(KeycloakSession session) {
        Session hibernate = session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .unwrap(Session.class);
        StatelessSession direct = hibernate.statelessWithOptions().connection().open();
        direct.setJdbcBatchSize(BATCH);
        return new DirectInserts(direct);
    }

    /**
     * Inserts entities of one type whose ids are set.
     *
     * @throws org.hibernate.exception.ConstraintViolationException if somebody else has a value that must be unique;
     *     the transaction can only be rolled back
     */
    public void insert(List<?> entities) {
        if (!entities.isEmpty()) {
            direct.insertMultiple(entities);
        }
    }

    @Override
    public void close() {
        direct.close();
    }
}
