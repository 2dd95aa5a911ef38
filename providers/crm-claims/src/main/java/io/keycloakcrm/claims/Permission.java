package io.keycloakcrm.claims;

import java.util.Optional;

/** An operation on a module, as in {@code customer:export}. */
public record Permission(String module, String operation) {

    /**
     * Both by their names.
     *
     * @throws IllegalArgumentException if either is no name
     */
    public Permission {
        Identifier.require(module);
        Identifier.require(operation);
    }

    /**
     * Reads {@code module:operation}.
     *
     * @return nothing where the text, say the name of a client role, is no permission
     */
    public static Optional<Permission> parse(String text) {
        int colon = text.indexOf(':');
        return colon > 0
                        && Identifier.matches(text.substring(0, colon))
                        && Identifier.matches(text.substring(colon + 1))
                ? Optional.of(new Permission(text.substring(0, colon), text.substring(colon + 1)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return module + ":" + operation;
    }
}
