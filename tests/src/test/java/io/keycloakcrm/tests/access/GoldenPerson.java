package io.keycloakcrm.tests.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody of the table, with what it says of him.
 *
 * @param department code; empty for none
 * @param grants CRM roles, and permissions that were given directly
 * @param permissions operations on customers
 * @param reach customers by operation; {@code all} stands alone
 */
record GoldenPerson(
        String name,
        String department,
        List<String> secondary,
        List<String> grants,
        List<String> groups,
        List<String> overrides,
        Set<String> permissions,
        Map<String, Set<String>> reach) {

    static final List<String> OPERATIONS = List.of("view", "edit", "export");

    static List<GoldenPerson> all(GoldenTables tables) {
        return tables.rows("People").stream().map(GoldenPerson::of).toList();
    }

    private static GoldenPerson of(Map<String, String> row) {
        return new GoldenPerson(
                row.getOrDefault("person", ""),
                row.getOrDefault("department", ""),
                words(row, "secondary"),
                words(row, "roles"),
                words(row, "groups"),
                words(row, "override"),
                new TreeSet<>(words(row, "permissions")),
                Map.of(
                        "view", new TreeSet<>(words(row, "view")),
                        "edit", new TreeSet<>(words(row, "edit")),
                        "export", new TreeSet<>(words(row, "export"))));
    }

    private static List<String> words(Map<String, String> row, String column) {
        return GoldenTables.words(row.getOrDefault(column, ""));
    }

    /** Customers by name, with {@code all} spelled out. */
    Set<String> reach(String operation, Set<String> everything) {
        Set<String> reached = reach.getOrDefault(operation, Set.of());
        return reached.equals(Set.of("all")) ? everything : reached;
    }

    @Override
    public String toString() {
        return name;
    }
}
