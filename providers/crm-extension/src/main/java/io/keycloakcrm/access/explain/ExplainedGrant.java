package io.keycloakcrm.access.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one role, or the person's own attribute, says about records, and what becomes of it.
 *
 * @param role name of the role; null for the person's own attribute
 * @param key under which it stands there, where that role or attribute does not speak of a more specific one
 * @param scope as it is written
 * @param departments that it means for this person, with {@code department_tree} those at the top; null where they do not
 *     matter
 * @param coveredBy the scope that reaches all of it; null unless it is covered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplainedGrant(
        @Nullable String role,
        String key,
        String scope,
        String level,
        @Nullable List<Place> departments,
        @Nullable Set<String> regions,
        Effect effect,
        @Nullable String coveredBy) {

    /** @param path null for a department that does not exist (any more) */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(String id, @Nullable String path) {}

    enum Effect {
        /** It is one of the person's grants. */
        COUNTS,
        /** Another one reaches all of it. */
        COVERED,
        /** It means the own departments of a person who has none. */
        EMPTY;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
