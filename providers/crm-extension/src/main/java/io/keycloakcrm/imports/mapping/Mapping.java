package io.keycloakcrm.imports.mapping;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What each column of a file becomes.
 *
 * @param columns all columns of the file in their order
 * @param questions what a person has to decide first; the file can be imported once there is none
 */
public record Mapping(List<Column> columns, List<Question> questions) {

    /** The fields that tell people apart; a file needs one of them. */
    static final List<String> KEYS =
            List.of(StaffField.EMPLOYEE_NUMBER.id(), StaffField.EMAIL.id(), StaffField.USERNAME.id());

    public Mapping {
        columns = List.copyOf(columns);
        questions = List.copyOf(questions);
    }

    /**
     * The mapping with a person's answers, which {@link MappingProblems#check} must have found sound: of each column sent
     * its field and transform are taken, a null field leaves the column out, columns not sent stay as they are. Header
     * and samples are always those of the file. Only a date order that is still open remains a question.
     */
    public Mapping answered(List<Column> sent) {
        Map<Integer, Column> answers = sent.stream().collect(Collectors.toMap(Column::index, Function.identity()));
        List<Column> merged = columns.stream()
                .map(column -> answers.containsKey(column.index())
                        ? column.answered(answers.getOrDefault(column.index(), column))
                        : column)
                .toList();
        List<Question> open = questions.stream()
                .filter(question -> question.code().equals("crm.import.date-ambiguous"))
                .filter(question -> question.columns().stream()
                        .map(merged::get)
                        .anyMatch(column -> column.field() != null && column.transform() == null))
                .toList();
        return new Mapping(merged, open);
    }
}
