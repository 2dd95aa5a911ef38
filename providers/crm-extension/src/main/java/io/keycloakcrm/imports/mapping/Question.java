package io.keycloakcrm.imports.mapping;

import java.util.List;

/**
 * What a person has to decide before the file can be imported.
 *
 * @param code stable code: {@code crm.import.key-missing}, {@code crm.import.field-twice}, {@code
 *     crm.import.date-ambiguous}, …
 * @param columns indexes of the columns concerned, from 0
 * @param choices the possible answers: the transforms {@code date:dmy} and {@code date:mdy}, the fields of which one must
 *     be mapped; for {@code field-twice}, where the answer is one of the columns, the field they compete for
 */
public record Question(String code, List<Integer> columns, List<String> choices) {

    public Question {
        columns = List.copyOf(columns);
        choices = List.copyOf(choices);
    }
}
