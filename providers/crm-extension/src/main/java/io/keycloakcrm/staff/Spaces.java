package io.keycloakcrm.staff;

/** White space as Unicode sees it: no-break and ideographic spaces too, which {@link String#strip} partly leaves. */
public final class Spaces {

    private Spaces() {}

    /** Without white space around it; by hand, because a pattern takes quadratic time on hostile text. */
    public static String strip(String text) {
        int end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
