package io.keycloakcrm.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rows of one realm's people in tables aside, with ids as random as Keycloak's own and those of another realm, ready to
 * be inserted chunk by chunk.
 */
record RowCopy(Connection connection) {

    /** In the order of their foreign keys; the value of each column that the copy changes. */
    private static final Map<String, Map<String, String>> CHANGED = Map.of(
            "user_entity", Map.of("id", "u.new_id", "realm_id", "${realm}"),
            "user_attribute", Map.of("id", "md5('attribute' || t.id)::uuid::text", "user_id", "u.new_id"),
            "user_role_mapping", Map.of("user_id", "u.new_id"),
            "user_group_membership", Map.of("user_id", "u.new_id"),
            "crm_employee_number",
                    Map.of(
                            "attribute_id", "md5('attribute' || t.attribute_id)::uuid::text",
                            "user_id", "u.new_id",
                            "realm_id", "${realm}"),
            "crm_staff", Map.of("user_id", "u.new_id", "realm_id", "${realm}"),
            "crm_import_row", Map.of("import_id", "${realm}", "user_id", "u.new_id", "realm_id", "${realm}"));

    private static final List<String> ORDER = List.of(
            "user_entity",
            "user_attribute",
            "user_role_mapping",
            "user_group_membership",
            "crm_employee_number",
            "crm_staff",
            "crm_import_row");

    /** @param columns separated by commas */
    record Table(String name, String columns) {

        String aside() {
            return "bench_" + name;
        }

        /** With the number of the chunk as the one parameter. */
        String insert() {
            return "INSERT INTO %s (%s) SELECT %s FROM %s WHERE bench_chunk = ?"
                    .formatted(name, columns, columns, aside());
        }
    }

    List<Table> stage(String sourceRealm, String targetRealm, int usersPerChunk) throws SQLException {
        execute("DROP TABLE IF EXISTS bench_people");
        execute("""
                CREATE TABLE bench_people AS
                SELECT ID AS old_id, gen_random_uuid()::text AS new_id,
                       ((row_number() OVER (ORDER BY USERNAME) - 1) / %d)::int AS bench_chunk
                  FROM USER_ENTITY WHERE REALM_ID = '%s'""".formatted(usersPerChunk, sourceRealm));
        execute("CREATE INDEX ON bench_people (old_id)");
        execute("ANALYZE bench_people");
        List<Table> tables = new ArrayList<>();
        for (String name : ORDER) {
            tables.add(stage(name, targetRealm));
        }
        return tables;
    }

    void drop(List<Table> tables) throws SQLException {
        execute("DROP TABLE bench_people");
        for (Table table : tables) {
            execute("DROP TABLE " + table.aside());
        }
    }

    private Table stage(String name, String targetRealm) throws SQLException {
        List<String> columns = columns(name);
        Map<String, String> changed = CHANGED.getOrDefault(name, Map.of());
        List<String> values = columns.stream()
                .map(column -> changed.getOrDefault(column, "t." + column).replace("${realm}", "'" + targetRealm + "'")
                        + " AS " + column)
                .toList();
        var table = new Table(name, String.join(", ", columns));
        String id = name.equals("user_entity") ? "id" : "user_id";
        execute("DROP TABLE IF EXISTS " + table.aside());
        execute(
                "CREATE TABLE %s AS SELECT %s, u.bench_chunk FROM %s t JOIN bench_people u ON t.%s = u.old_id ORDER BY u.bench_chunk"
                        .formatted(table.aside(), String.join(", ", values), name, id));
        execute("CREATE INDEX ON " + table.aside() + " (bench_chunk)");
        return table;
    }

    private List<String> columns(String table) throws SQLException {
        List<String> names = new ArrayList<>();
        String sql = "SELECT column_name FROM information_schema.columns"
                + " WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table.toLowerCase(Locale.ROOT));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
