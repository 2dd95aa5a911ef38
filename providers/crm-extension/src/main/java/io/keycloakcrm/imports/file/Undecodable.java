package io.keycloakcrm.imports.file;

/** Bytes that are no character of the charset, as they stand in decoded text. */
final class Undecodable {

    /** Half of a surrogate pair. No decoder answers one alone, so it cannot be mistaken for text of the file. */
    static final char MARK = '\uD800';

    private Undecodable() {}

    static boolean isMarkAt(CharSequence text, int index) {
        return text.charAt(index) == MARK
                && (index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1)));
    }

    /** The text with the replacement character for each mark, fit to be shown and stored. */
    static String replaced(String text) {
        if (text.indexOf(MARK) < 0) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text);
        for (int i = 0; i < shown.length(); i++) {
            if (isMarkAt(shown, i)) {
                shown.setCharAt(i, '\uFFFD');
            }
        }
        return shown.toString();
    }
}
