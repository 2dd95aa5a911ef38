package io.keycloakcrm.imports;

import io.keycloakcrm.imports.job.Analysis;
import io.keycloakcrm.imports.job.Preset;
import io.keycloakcrm.imports.mapping.Column;
import io.keycloakcrm.imports.mapping.Mapping;
import io.keycloakcrm.imports.mapping.MappingProblem;
import io.keycloakcrm.imports.mapping.MappingProblems;
import io.keycloakcrm.rest.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT …/mapping}: answers by column, or the name of a preset.
 *
 * @param columns columns not sent stay as they are
 * @param preset name of a preset, in place of columns
 */
record MappingRequest(
        @Nullable List<Answer> columns, @Nullable String preset) {

    /**
     * What a person says about one column.
     *
     * @param index position in the file, from 0
     * @param field what it is mapped to; null to ignore it
     * @param transform how a cell becomes a value; null for as is
     */
    record Answer(
            @Nullable Integer index,
            @Nullable String field,
            @Nullable String transform) {

        Column column() {
            if (index == null) {
                throw Problem.badField("columns", "crm.import.column-unknown-index");
            }
            return new Column(index, "", field, transform, null, List.of());
        }
    }

    /** The columns of the file as sent, or as the preset says for their headers. */
    List<Column> sent(Analysis analysis, @Nullable Preset named) {
        if (named != null) {
            return named.columns().stream()
                    .flatMap(kept -> analysis.columns().stream()
                            .filter(column ->
                                    column.header().strip().equals(kept.header().strip()))
                            .limit(1)
                            .map(column ->
                                    new Column(column.index(), "", kept.field(), kept.transform(), null, List.of())))
                    .toList();
        }
        if (columns == null) {
            throw Problem.badField("columns", "crm.import.columns-missing");
        }
        return columns.stream().map(Answer::column).toList();
    }

    /** The analysis with the answers. */
    static Analysis answered(Analysis analysis, List<Column> sent, Set<String> ownAttributes) {
        Mapping mapping = analysis.mapping();
        List<MappingProblem> problems = MappingProblems.check(mapping, sent, ownAttributes);
        if (problems.size() == 1) {
            MappingProblem only = problems.get(0);
            throw Problem.badField(field(only), only.code(), only.params().toArray());
        }
        if (!problems.isEmpty()) {
            throw Problem.badFields(problems.stream()
                    .map(problem -> Problem.body(
                            field(problem), problem.code(), problem.params().toArray()))
                    .toList());
        }
        return analysis.with(mapping.answered(sent));
    }

    private static String field(MappingProblem problem) {
        return problem.column() == null ? "columns" : "columns[" + problem.column() + "]";
    }
}
