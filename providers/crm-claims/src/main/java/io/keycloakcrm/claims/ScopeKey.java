package io.keycloakcrm.claims;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a data scope is about: {@code customer:edit}, {@code customer}, or {@code *} for all modules. The most specific key that
 * is present is the whole answer.
 *
 * @param operation null where the key is about all operations of the module
 */
public record ScopeKey(String module, @Nullable String operation) implements Comparable<ScopeKey> {

    private static final String ANY = "*";

    /** The key of everything that no other key is about. */
    public static final ScopeKey EVERY_MODULE = new ScopeKey(ANY, null);

    public ScopeKey {
        if (operation != null) {
            Identifier.require(operation);
        }
        if (operation != null || !module.equals(ANY)) {
            Identifier.require(module);
        }
    }

    /**
     * Reads {@code module:operation}, {@code module} or {@code *}.
     *
     * @return nothing where the text is none of them
     */
    public static Optional<ScopeKey> parse(String text) {
        if (text.equals(ANY)) {
            return Optional.of(EVERY_MODULE);
        }
        int colon = text.indexOf(':');
        String module = colon < 0 ? text : text.substring(0, colon);
        String operation = colon < 0 ? null : text.substring(colon + 1);
        return Identifier.matches(module) && (operation == null || Identifier.matches(operation))
                ? Optional.of(new ScopeKey(module, operation))
                : Optional.empty();
    }

    /** The key to ask where this one is not present; nothing after {@code *}. */
    public Optional<ScopeKey> wider() {
        if (operation != null) {
            return Optional.of(new ScopeKey(module, null));
        }
        return equals(EVERY_MODULE) ? Optional.empty() : Optional.of(EVERY_MODULE);
    }

    /** {@code *} first, a module before its operations. */
    @Override
    public int compareTo(ScopeKey other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return operation == null ? module : module + ":" + operation;
    }
}
