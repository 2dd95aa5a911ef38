package io.keycloakcrm.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a realm's people are in the database: counted after each scenario, and gone before the next. */
record UserTables(PostgresServer database) {

    private static final List<String> OF_USER = List.of(
            "USER_ATTRIBUTE", "USER_ROLE_MAPPING", "USER_GROUP_MEMBERSHIP", "CREDENTIAL", "USER_REQUIRED_ACTION");
    private static final List<String> OF_REALM =
            List.of("CRM_EMPLOYEE_NUMBER", "CRM_STAFF", "CRM_IMPORT_ROW", "CRM_IMPORT_CHUNK", "CRM_IMPORT_PART");

    /** Removes everybody in one transaction; neither caches nor events hear of it. */
    void clear(String realmId) throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            for (String table : OF_USER) {
                run(
                        connection,
                        "DELETE FROM " + table + " t USING USER_ENTITY u WHERE t.USER_ID = u.ID AND u.REALM_ID = ?",
                        realmId);
            }
            for (String table : OF_REALM) {
                run(connection, "DELETE FROM " + table + " WHERE REALM_ID = ?", realmId);
            }
            run(connection, "DELETE FROM USER_ENTITY WHERE REALM_ID = ?", realmId);
            connection.commit();
        }
    }

    /**
     * Dead rows, old statistics and unwritten pages of one scenario shall not burden the next. Full, because the pages
     * that are left in indexes after a mass deletion make PostgreSQL prefer to read whole tables as long as they are small.
     */
    void settle() throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM (FULL, ANALYZE)");
            statement.execute("CHECKPOINT");
        }
    }

    /** How many rows of each kind a user of the realm has, or how many there are without any user. */
    String perUser(String realmId) throws SQLException {
        List<String> parts = new ArrayList<>();
        try (Connection connection = database.connection()) {
            long users = count(connection, "SELECT count(*) FROM USER_ENTITY WHERE REALM_ID = ?", realmId);
            for (String table : OF_USER.subList(0, 3)) {
                long rows = count(
                        connection,
                        "SELECT count(*) FROM " + table
                                + " t JOIN USER_ENTITY u ON t.USER_ID = u.ID WHERE u.REALM_ID = ?",
                        realmId);
                parts.add(part(table, rows, users));
            }
            for (String table : OF_REALM.subList(0, 3)) {
                parts.add(part(
                        table,
                        count(connection, "SELECT count(*) FROM " + table + " WHERE REALM_ID = ?", realmId),
                        users));
            }
            return users + " users: " + String.join(", ", parts);
        }
    }

    private static String part(String table, long rows, long users) {
        String name = table.replace("USER_", "").replace("CRM_", "").toLowerCase(Locale.ROOT);
        return "%s %.1f".formatted(name, users == 0 ? rows : (double) rows / users);
    }

    private static long count(Connection connection, String sql, String realmId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, realmId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void run(Connection connection, String sql, String realmId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, realmId);
            statement.executeUpdate();
        }
    }
}
