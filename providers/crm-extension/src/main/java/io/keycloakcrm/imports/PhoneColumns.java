package io.keycloakcrm.imports;

import io.keycloakcrm.imports.mapping.Column;
import io.keycloakcrm.imports.mapping.StaffField;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The columns in which a leading plus sign is a telephone number and not a formula. */
final class PhoneColumns {

    private PhoneColumns() {}

    static Set<Integer> of(List<Column> columns) {
        return columns.stream()
                .filter(column -> StaffField.PHONE_NUMBER.id().equals(column.field()))
                .map(Column::index)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The cells of an example row that begin like a telephone number. */
    static Set<Integer> holding(List<String> example) {
        return IntStream.range(0, example.size())
                .filter(index -> example.get(index).startsWith("+"))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }
}
