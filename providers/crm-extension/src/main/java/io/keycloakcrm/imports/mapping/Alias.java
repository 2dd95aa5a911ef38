package io.keycloakcrm.imports.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A field that a header may stand for.
 *
 * @param field id of the field, or name of one of the realm's own profile attributes
 * @param priority where two columns claim one field, the higher one has it
 * @param transform how its cells are read; null if as usual
 * @param tentative the header is too vague by itself: it stands for the field only if all cells fit
 */
record Alias(String field, int priority, @Nullable String transform, boolean tentative) {

    static Alias of(StaffField field, int priority, @Nullable String transform) {
        return new Alias(field.id(), priority, transform, false);
    }
}
