package io.keycloakcrm.imports.mapping;

import java.util.regex.Pattern;

/** What counts as nothing in a cell. */
final class Blank {

    private static final int NEXT_LINE = 0x85;
    private static final Pattern EMPTY = Pattern.compile("[ \\t]*");

    private Blank() {}

    /** Empty, or only spaces and tabs of the keyboard: the field is left as it is. */
    static boolean isEmpty(String cell) {
        return EMPTY.matcher(cell).matches();
    }

    /** Nothing a person could see. */
    static boolean isInvisible(String cell) {
        return cell.codePoints().allMatch(Blank::isSpace);
    }

    /** Without white space of any kind around it; by hand, because a pattern takes quadratic time on hostile cells. */
    static String strip(String cell) {
        int end = cell.length();
        while (end > 0 && isSpace(cell.codePointBefore(end))) {
            end -= Character.charCount(cell.codePointBefore(end));
        }
        int start = 0;
        while (start < end && isSpace(cell.codePointAt(start))) {
            start += Character.charCount(cell.codePointAt(start));
        }
        return cell.substring(start, end);
    }

    /** Zero-width characters count as white space here: nobody sees them in a cell either. */
    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || codePoint == NEXT_LINE;
    }
}
