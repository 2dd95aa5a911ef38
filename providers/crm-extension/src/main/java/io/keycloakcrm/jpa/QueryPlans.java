package io.keycloakcrm.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.Session;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** What a database has made up its mind about on a connection. */
public final class QueryPlans {

    private QueryPlans() {}

    /**
     * Lets the database plan anew, before many rows are written. PostgreSQL plans once per connection how it checks
     * foreign keys, and for a table that was nearly empty then it goes on reading all of it for each inserted row,
     * until the statistics are renewed: with the first ten thousand users of a server, fifteen times slower.
     */
    public static void renew(KeycloakSession session) {
        session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .unwrap(Session.class)
                .doWork(QueryPlans::renew);
    }

    private static void renew(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DISCARD PLANS");
            }
        }
    }
}
