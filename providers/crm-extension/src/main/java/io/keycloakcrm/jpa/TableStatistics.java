package io.keycloakcrm.jpa;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.util.JpaUtils;
import org.keycloak.models.KeycloakSession;

/** What the database believes about its tables, and chooses indexes by. */
public final class TableStatistics {

    /** A table that has grown by more than this since it was counted is not the one the plans were made for. */
    private static final int OUTGROWN = 4;

    private TableStatistics() {}

    /**
     * What of a table is counted.
     *
     * @param name of the table
     * @param columns that it is searched by, separated by commas
     */
    public record Table(String name, String columns) {

        private String qualified(EntityManager em) {
            return JpaUtils.getTableNameForNativeQuery(name.toLowerCase(Locale.ROOT), em);
        }

        private String counted(EntityManager em) {
            return qualified(em) + " (" + columns + ")";
        }
    }

    /**
     * Has the database count tables again, if the first of them is more than four times as large as when it was
     * counted.
     *
     * <p>PostgreSQL does so by itself, but a minute late, and plans until then as for a table that is nearly empty: it
     * reads all of it for each foreign key it checks and each list of names it looks up. With the first ten thousand
     * users of a server inserts are fifteen times slower. To be called in a short transaction: the tables are locked
     * against nothing but another count, and one that is being counted is left out. Where the database user does not
     * own the tables PostgreSQL says so in its log and goes on. Other databases count in time.
     */
    public static void renewIfOutgrown(KeycloakSession session, List<Table> tables) {
        EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        if (isPostgres(em) && isOutgrown(em, tables.get(0))) {
            List<String> counted =
                    tables.stream().map(table -> table.counted(em)).toList();
            em.createNativeQuery("analyze (skip_locked) " + String.join(", ", counted))
                    .executeUpdate();
        }
    }

    private static boolean isPostgres(EntityManager em) {
        Dialect dialect = em.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getJdbcServices()
                .getDialect();
        return dialect instanceof PostgreSQLDialect;
    }

    private static boolean isOutgrown(EntityManager em, Table table) {
        return (Boolean) em.createNativeQuery("select pg_relation_size(oid) > :times * relpages"
                        + " * cast(current_setting('block_size') as bigint)"
                        + " from pg_class where oid = cast(:name as regclass)")
                .setParameter("times", OUTGROWN)
                .setParameter("name", table.qualified(em))
                .getSingleResult();
    }
}
