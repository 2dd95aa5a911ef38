package io.keycloakcrm.imports.mapping;

import io.keycloakcrm.imports.file.FileRow;
import io.keycloakcrm.imports.file.RowFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds out which column of a file is which field: from its header and, where that is not enough, from all of its rows.
 * Give it every row, then ask once. Memory is bounded by the number of columns.
 */
public final class MappingAnalysis {

    private final List<ColumnStatistics> columns;

    /**
     * @param header the header row as written
     * @param ownAttributes labels, in any languages, by name of those profile attributes of the realm that may be
     *     imported besides the fields of {@link StaffField}; a column is never mapped to any other attribute
     */
    public MappingAnalysis(List<String> header, Map<String, ? extends Collection<String>> ownAttributes) {
        var own = new OwnAttributes(ownAttributes);
        columns = IntStream.range(0, header.size())
                .mapToObj(index -> ColumnStatistics.of(index, header.get(index), own))
                .toList();
    }

    /** Takes a data row into account, as far as the reader of the file is sure of it. */
    public void accept(FileRow row) {
        Set<Integer> doubtful = new HashSet<>();
        for (RowFault fault : row.faults()) {
            if (fault.column() == null) {
                return;
            }
            doubtful.add(fault.column());
        }
        for (int index = 0; index < Math.min(columns.size(), row.cells().size()); index++) {
            if (!doubtful.contains(index)) {
                columns.get(index).accept(row.cells().get(index));
            }
        }
    }

    /** What the header and all rows so far say. */
    public Mapping finish() {
        var contest = Contest.of(columns);
        List<Column> mapped =
                columns.stream().map(column -> column(column, contest)).toList();
        return new Mapping(mapped, questions(contest));
    }

    private static Column column(ColumnStatistics column, Contest contest) {
        Alias alias = contest.holders().get(column.index());
        return alias != null
                ? column.mapped(alias)
                : column.ignored(contest.losers().getOrDefault(column.index(), column.reason()));
    }

    private List<Question> questions(Contest contest) {
        var questions = new ArrayList<Question>();
        Map<String, List<Integer>> byField = contest.columnsByField();
        if (Mapping.KEYS.stream().noneMatch(byField::containsKey)) {
            questions.add(new Question("crm.import.key-missing", List.of(), Mapping.KEYS));
        }
        byField.forEach((field, claimants) -> {
            if (claimants.size() > 1) {
                questions.add(new Question("crm.import.field-twice", claimants, List.of(field)));
            }
        });
        contest.holders()
                .forEach((index, alias) -> columns.get(index).question(alias).ifPresent(questions::add));
        return questions;
    }
}
