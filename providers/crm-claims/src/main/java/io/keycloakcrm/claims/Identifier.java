package io.keycloakcrm.claims;

import java.util.regex.Pattern;

/** What modules and operations may be called: letters and digits of any script, {@code _}, {@code -} and {@code .}; at most 64. */
final class Identifier {

    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,63}");

    private Identifier() {}

    static boolean matches(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    static void require(String text) {
        if (!matches(text)) {
            throw new IllegalArgumentException("not a name of a module or an operation");
        }
    }
}
