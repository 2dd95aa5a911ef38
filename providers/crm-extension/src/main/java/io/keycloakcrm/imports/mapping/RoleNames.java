package io.keycloakcrm.imports.mapping;

import java.util.regex.Pattern;

/** Reads names or labels of roles, several in one cell. */
final class RoleNames {

    private static final Pattern SEPARATORS = Pattern.compile("[;,，；|]");

    private RoleNames() {}

    static Reading read(String cell) {
        return Reading.of(SEPARATORS
                .splitAsStream(cell)
                .map(Blank::strip)
                .filter(role -> !role.isEmpty())
                .distinct()
                .toList());
    }
}
