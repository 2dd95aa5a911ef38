package io.keycloakcrm.imports.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides which column has which field where several claim one. */
final class Contest {

    private final Map<Integer, Alias> holders = new TreeMap<>();
    private final Map<Integer, String> losers = new HashMap<>();

    private Contest() {}

    static Contest of(List<ColumnStatistics> columns) {
        var contest = new Contest();
        Map<Integer, List<Alias>> claims = columns.stream()
                .filter(column -> !column.aliases().isEmpty())
                .collect(Collectors.toMap(ColumnStatistics::index, column -> new ArrayList<>(column.aliases())));
        claims.forEach((column, aliases) -> contest.holders.put(column, aliases.remove(0)));
        while (contest.eliminate(claims)) {
            // A loser's next claim may take a field from somebody else.
        }
        contest.dropNames();
        return contest;
    }

    /** What each column holds that is to be imported. */
    Map<Integer, Alias> holders() {
        return holders;
    }

    /** Why a column that claimed a field has none. */
    Map<Integer, String> losers() {
        return losers;
    }

    /** The columns of each field; more than one where they have equal right to it. */
    Map<String, List<Integer>> columnsByField() {
        var columns = new TreeMap<String, List<Integer>>();
        holders.forEach((column, alias) -> columns.computeIfAbsent(alias.field(), field -> new ArrayList<>())
                .add(column));
        return columns;
    }

    private boolean eliminate(Map<Integer, List<Alias>> claims) {
        Map<String, Integer> best =
                holders.values().stream().collect(Collectors.toMap(Alias::field, Alias::priority, Math::max));
        List<Integer> beaten = holders.entrySet().stream()
                .filter(holder -> holder.getValue().priority()
                        < best.getOrDefault(holder.getValue().field(), 0))
                .map(Map.Entry::getKey)
                .toList();
        beaten.forEach(column -> {
            List<Alias> further = claims.getOrDefault(column, List.of());
            if (further.isEmpty()) {
                lose(column, "crm.import.column-less-specific");
            } else {
                holders.put(column, further.remove(0));
            }
        });
        return !beaten.isEmpty();
    }

    /** First and last name are surer than a full name that has to be split; a full name is surer than half of one. */
    private void dropNames() {
        Map<String, List<Integer>> columns = columnsByField();
        Function<StaffField, List<Integer>> of = field -> columns.getOrDefault(field.id(), List.of());
        List<Integer> first = of.apply(StaffField.FIRST_NAME);
        List<Integer> last = of.apply(StaffField.LAST_NAME);
        List<Integer> full = of.apply(StaffField.NAME);
        var needless = new ArrayList<Integer>();
        if (!first.isEmpty() && !last.isEmpty()) {
            needless.addAll(full);
        } else if (!full.isEmpty()) {
            needless.addAll(first);
            needless.addAll(last);
        }
        needless.forEach(column -> lose(column, "crm.import.column-not-needed"));
    }

    private void lose(int column, String reason) {
        holders.remove(column);
        losers.put(column, reason);
    }
}
