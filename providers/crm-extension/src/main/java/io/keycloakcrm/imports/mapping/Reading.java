package io.keycloakcrm.imports.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cell turned out to be.
 *
 * @param values in canonical form; empty if there is nothing in the cell or it is at fault
 * @param fault stable code of what is wrong; null if nothing is
 * @param params what the text of the fault needs
 */
record Reading(List<String> values, @Nullable String fault, List<String> params) {

    static final Reading NOTHING = new Reading(List.of(), null, List.of());

    static Reading of(String value) {
        return of(List.of(value));
    }

    static Reading of(List<String> values) {
        return new Reading(List.copyOf(values), null, List.of());
    }

    static Reading fault(String code, String... params) {
        return new Reading(List.of(), code, List.of(params));
    }
}
