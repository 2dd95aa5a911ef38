package io.keycloakcrm.invitation.admin;

import java.text.Bidi;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has written, made fit for a place in a text of ours: whoever names himself decides what he is called, not
 * where a line ends, in which direction the rest is read, or what a template fills in.
 */
final class PlainText {

    private static final int LONGEST_NAME = 100;

    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    /** Marks, embeddings, overrides and isolates of direction, and what else is not seen. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u200c\\u200d]]+");

    private PlainText() {}

    /** A name within a line. One that is read from the right is kept from turning round what stands beside it. */
    static String name(@Nullable String written) {
        String name = line(written == null ? "" : written);
        String cut = name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
        // Keycloak fills ${…} in, in what it is given too.
        String inert = cut.replace("${", "$ {");
        boolean fromTheRight = Bidi.requiresBidi(inert.toCharArray(), 0, inert.length());
        return fromTheRight ? "\u2068" + inert + "\u2069" : inert;
    }

    /** One line. */
    static String line(String written) {
        return BREAKS.matcher(INVISIBLE.matcher(written).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
