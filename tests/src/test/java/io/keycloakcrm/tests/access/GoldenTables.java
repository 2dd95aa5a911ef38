package io.keycloakcrm.tests.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The tables of {@code golden/access.md}, by their headings: each row the texts of its cells by column. */
final class GoldenTables {

    private final Map<String, List<Map<String, String>>> byHeading = new LinkedHashMap<>();

    private GoldenTables() {}

    static GoldenTables read() {
        try (InputStream in = GoldenTables.class.getResourceAsStream("/golden/access.md")) {
            return parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("golden/access.md cannot be read", e);
        }
    }

    private static GoldenTables parse(String text) {
        var tables = new GoldenTables();
        String heading = "";
        List<String> columns = List.of();
        for (String line : text.lines().toList()) {
            if (line.startsWith("#")) {
                heading = line.replaceFirst("#+ ", "");
                columns = List.of();
            } else if (line.startsWith("|---")) {
                tables.byHeading.put(heading, new ArrayList<>());
            } else if (line.startsWith("|") && columns.isEmpty()) {
                columns = cells(line);
            } else if (line.startsWith("|")) {
                tables.rows(heading).add(row(columns, cells(line)));
            }
        }
        return tables;
    }

    private static List<String> cells(String line) {
        String inner = line.strip().substring(1, line.strip().length() - 1);
        return Stream.of(inner.split("\\|", -1)).map(String::strip).toList();
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalStateException(cells + " has not the columns " + columns);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return row;
    }

    List<Map<String, String>> rows(String heading) {
        return Objects.requireNonNull(byHeading.get(heading), () -> "no table below " + heading);
    }

    /** What a cell lists, separated by blanks. */
    static List<String> words(String cell) {
        return cell.isEmpty() || cell.equals("-") ? List.of() : List.of(cell.split(" ", -1));
    }
}
