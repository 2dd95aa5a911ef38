package io.keycloakcrm.tests;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every row that a realm's people have in any table, in words that do not depend on when and as what it was written:
 * ids are replaced by names, and what is random or a time by what it is.
 */
final class UserRows {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Connection database;
    private final String realm;
    private final Map<String, String> names = new HashMap<>();

    private UserRows(Connection database, String realm) {
        this.database = database;
        this.realm = realm;
    }

    /** By table, each row as text, sorted; tables without rows are missing. */
    static Map<String, List<String>> of(Connection database, String realm) throws SQLException {
        var rows = new UserRows(database, realm);
        rows.learnNames();
        Map<String, List<String>> all = new TreeMap<>();
        for (String table : rows.tables()) {
            String column = table.equals("user_entity") ? "id" : "user_id";
            List<String> found = rows.rows(
                    "select t.* from " + table + " t join user_entity u on u.id = t." + column
                            + " join realm r on r.id = u.realm_id where r.name = ?",
                    table);
            if (!found.isEmpty()) {
                all.put(table, found);
            }
        }
        return all;
    }

    private void learnNames() throws SQLException {
        learn("select id, 'realm' from realm where name = ?");
        learn("select u.id, u.username from user_entity u join realm r on r.id = u.realm_id where r.name = ?");
        learn("select k.id, k.name from keycloak_role k join realm r on r.id = k.realm_id where r.name = ?");
        learn("select g.id, g.name from keycloak_group g join realm r on r.id = g.realm_id where r.name = ?");
        learn("select i.id, 'import' from crm_import i join realm r on r.id = i.realm_id where r.name = ?");
        learn("select a.id, a.name from user_attribute a join user_entity u on u.id = a.user_id"
                + " join realm r on r.id = u.realm_id where r.name = ?");
    }

    private void learn(String query) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(query)) {
            statement.setString(1, realm);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    // The realm's default role is called after it.
                    names.put(found.getString(1), "<" + found.getString(2).replace(realm, "realm") + ">");
                }
            }
        }
    }

    /** Whatever table Keycloak or the extension has that speaks of users. */
    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>(List.of("user_entity"));
        try (PreparedStatement statement = database.prepareStatement("select table_name from information_schema.columns"
                        + " where table_schema = current_schema() and column_name = 'user_id'");
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private List<String> rows(String query, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement(query)) {
            statement.setString(1, realm);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found, table));
                }
            }
        }
        rows.sort(null);
        return rows;
    }

    private String row(ResultSet found, String table) throws SQLException {
        ResultSetMetaData columns = found.getMetaData();
        var text = new StringBuilder();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String column = columns.getColumnName(i).toLowerCase(Locale.ROOT);
            text.append(column)
                    .append('=')
                    .append(value(found, i, column, table))
                    .append(' ');
        }
        return text.toString();
    }

    private String value(ResultSet found, int index, String column, String table) throws SQLException {
        String value = String.valueOf(found.getString(index));
        if (column.endsWith("_timestamp")) {
            return value.equals("null") || value.equals("0") ? value : "a time";
        }
        if (table.equals("user_entity")
                && column.equals("email_constraint")
                && ID.matcher(value).matches()) {
            return "random";
        }
        Matcher ids = ID.matcher(value);
        return ids.replaceAll(id -> Matcher.quoteReplacement(names.getOrDefault(id.group(), "<unknown id>")));
    }
}
