package io.keycloakcrm.imports.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a mapping that a person sent can be used for the file. */
public final class MappingProblems {

    private final Mapping analysed;
    private final Set<String> ownAttributes;
    private final List<MappingProblem> found = new ArrayList<>();

    private MappingProblems(Mapping analysed, Set<String> ownAttributes) {
        this.analysed = analysed;
        this.ownAttributes = ownAttributes;
    }

    /**
     * Checks a mapping.
     *
     * @param analysed the file's own mapping; its headers count, not those sent
     * @param sent columns with the fields a person chose; columns not sent stay as analysed
     * @param ownAttributes names of the realm's own attributes that may be imported
     * @return everything wrong with it; empty if {@link Mapping#answered} may follow
     */
    public static List<MappingProblem> check(Mapping analysed, List<Column> sent, Set<String> ownAttributes) {
        var problems = new MappingProblems(analysed, ownAttributes);
        problems.checkIndexes(sent);
        if (problems.found.isEmpty()) {
            sent.forEach(problems::checkColumn);
            problems.checkWhole(analysed.answered(sent));
        }
        return List.copyOf(problems.found);
    }

    private void checkIndexes(List<Column> sent) {
        var seen = new HashSet<Integer>();
        for (Column column : sent) {
            boolean inFile =
                    column.index() >= 0 && column.index() < analysed.columns().size();
            if (!inFile || !seen.add(column.index())) {
                add("crm.import.column-unknown-index", column.index());
            }
        }
    }

    private void checkColumn(Column column) {
        String field = column.field();
        if (field == null) {
            return;
        }
        if (HeaderAliases.isPassword(analysed.columns().get(column.index()).header())) {
            add("crm.import.column-password", column.index());
            return;
        }
        Optional<StaffField> known = StaffField.byId(field);
        if (known.isEmpty() && !ownAttributes.contains(field)) {
            add("crm.import.field-unknown", column.index(), field);
            return;
        }
        String transform = column.transform();
        if (transform != null && !suits(known, transform)) {
            add("crm.import.transform-unknown", column.index(), transform);
        }
    }

    private void checkWhole(Mapping whole) {
        var seen = new HashSet<String>();
        for (Column column : whole.columns()) {
            String field = column.field();
            if (field != null && !seen.add(field)) {
                add("crm.import.field-twice", column.index(), field);
            }
        }
        if (Mapping.KEYS.stream().noneMatch(seen::contains)) {
            add("crm.import.key-missing", null);
        }
    }

    private static boolean suits(Optional<StaffField> field, String transform) {
        return field.map(known -> switch (known) {
                    case DEPARTMENT -> DepartmentPaths.isTransform(transform);
                    case DEPARTMENT_HEAD, ENABLED -> Booleans.isTransform(transform);
                    case HIRE_DATE, VALID_FROM, VALID_UNTIL -> DateOrder.isTransform(transform);
                    default -> false;
                })
                .orElse(false);
    }

    private void add(String code, @Nullable Integer column, String... params) {
        found.add(MappingProblem.of(code, column, params));
    }
}
