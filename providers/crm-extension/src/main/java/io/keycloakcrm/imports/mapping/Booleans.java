package io.keycloakcrm.imports.mapping;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads yes and no; inverted where the column asks the opposite of the field, as {@code Block sign in} does. */
record Booleans(boolean inverted) {

    static final String PLAIN = "boolean";
    static final String INVERTED = "boolean:inverted";

    private static final Set<String> YES = Set.of("是", "yes", "y", "true", "1");
    private static final Set<String> NO = Set.of("否", "no", "n", "false", "0");

    static Booleans of(@Nullable String transform) {
        return new Booleans(INVERTED.equals(transform));
    }

    static boolean isTransform(String transform) {
        return transform.equals(PLAIN) || transform.equals(INVERTED);
    }

    Reading read(String cell) {
        String word = HeaderText.key(cell);
        if (!YES.contains(word) && !NO.contains(word)) {
            return Reading.fault("crm.import.boolean-invalid");
        }
        return Reading.of(Boolean.toString(YES.contains(word) != inverted));
    }
}
