package io.keycloakcrm.invitation.door;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people have typed, made so that it cannot change the text around it, whatever its characters. */
final class ShownText {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n]]");

    /** Embeddings, overrides, isolates and marks of direction; the text gets an isolate of its own. */
    private static final Pattern DIRECTIONS = Pattern.compile("[\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069]");

    private static final Pattern LINE_BREAKS = Pattern.compile("\\R");
    private static final String ISOLATE = "\u2068";
    private static final String END = "\u2069";

    private ShownText() {}

    /** For a place within a sentence. */
    static String word(String text) {
        // Keycloak fills ${…} in, in what it is given for a place too.
        String inert = LINE_BREAKS.matcher(text).replaceAll(" ").replace("${", "$ {");
        return ISOLATE + plain(inert) + END;
    }

    /** For a place of its own; line breaks stay. Empty if there is none. */
    static String block(@Nullable String text) {
        return text == null
                ? ""
                : plain(LINE_BREAKS.matcher(text).replaceAll("\n")).strip();
    }

    private static String plain(String text) {
        return DIRECTIONS.matcher(CONTROLS.matcher(text).replaceAll("")).replaceAll("");
    }
}
