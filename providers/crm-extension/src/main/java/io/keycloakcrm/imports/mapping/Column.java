package io.keycloakcrm.imports.mapping;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One column of the file and what becomes of it.
 *
 * @param index position in the file, from 0
 * @param header as written in the file; empty if a person's mapping leaves it out
 * @param field id of a {@link StaffField}, or the name of one of the realm's own profile attributes; null if the column
 *     is ignored
 * @param transform how a cell becomes a value, for instance {@code date:ymd}, {@code boolean:inverted} or {@code
 *     department:-}; null if as is
 * @param ignored why the column is ignored, a stable code such as {@code crm.import.column-unknown} or {@code
 *     crm.import.column-password}; null if it is mapped
 * @param samples up to five different cells that are not blank, shortened; always empty for password columns
 */
public record Column(
        int index,
        String header,
        @Nullable String field,
        @Nullable String transform,
        @Nullable String ignored,
        List<String> samples) {

    // A mapping that a person sends needs no more than index, field and transform.
    public Column {
        header = Objects.requireNonNullElse(header, "");
        samples = List.copyOf(Objects.requireNonNullElse(samples, List.of()));
    }

    Column answered(Column answer) {
        if (answer.field() != null) {
            return new Column(index, header, answer.field(), answer.transform(), null, samples);
        }
        String reason = Objects.requireNonNullElse(ignored, "crm.import.column-left-out");
        return new Column(index, header, null, null, reason, samples);
    }
}
