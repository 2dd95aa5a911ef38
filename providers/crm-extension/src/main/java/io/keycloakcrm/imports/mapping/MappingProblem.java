package io.keycloakcrm.imports.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a mapping that a person sent.
 *
 * @param code stable code
 * @param column index of the column; null if the mapping as a whole is at fault
 * @param params what the text of the code needs: the field, the transform
 */
public record MappingProblem(String code, @Nullable Integer column, List<String> params) {

    public MappingProblem {
        params = List.copyOf(params);
    }

    static MappingProblem of(String code, @Nullable Integer column, String... params) {
        return new MappingProblem(code, column, List.of(params));
    }
}
