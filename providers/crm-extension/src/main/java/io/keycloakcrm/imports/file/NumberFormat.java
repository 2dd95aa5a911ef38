package io.keycloakcrm.imports.file;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of how a number is shown as decides about what it is: a day, or a number with leading zeros. Anything else is
 * shown as the plain number.
 *
 * @param kind what the number is
 * @param prefix what stands before an identifier
 * @param digits how many digits an identifier has at least
 */
record NumberFormat(Kind kind, String prefix, int digits) {

    /** What a number is. */
    enum Kind {
        PLAIN,
        DATE,
        IDENTIFIER
    }

    static final NumberFormat PLAIN = new NumberFormat(Kind.PLAIN, "", 0);
    static final NumberFormat DATE = new NumberFormat(Kind.DATE, "", 0);

    private static final Pattern IDENTIFIER = Pattern.compile("(?:\"([^\"]*)\")?(0{1,32})");

    /** Text in quotes, an escaped character, the width of a character, fill, and what is in brackets. */
    private static final Pattern NOT_OF_THE_VALUE = Pattern.compile("\"[^\"]*\"|[\\\\_*].|\\[[^\\]]*\\]");

    /** Hours that go on past 24 are a duration, not a time of a day. */
    private static final Pattern DURATION = Pattern.compile("\\[(h+|m+|s+)\\]");

    private static final Pattern DATE_LETTER = Pattern.compile("[ymdhs]");

    /** A format that the file names by number and does not spell out. */
    static NumberFormat builtIn(int id) {
        // 27 to 36 and 50 to 58 are those of East Asian versions: 31 is 2016年9月13日. 46 is a duration.
        boolean date =
                (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id == 45 || id == 47 || (id >= 50 && id <= 58);
        return date ? DATE : PLAIN;
    }

    /** A format by its code, such as {@code yyyy"年"m"月"d"日"} or {@code "GH"0000}. */
    static NumberFormat custom(String code) {
        Matcher identifier = IDENTIFIER.matcher(code);
        if (identifier.matches()) {
            String prefix = identifier.group(1) == null ? "" : identifier.group(1);
            return new NumberFormat(Kind.IDENTIFIER, prefix, identifier.group(2).length());
        }
        String lower = code.toLowerCase(Locale.ROOT);
        if (DURATION.matcher(lower).find()) {
            return PLAIN;
        }
        String shown = NOT_OF_THE_VALUE.matcher(lower).replaceAll("");
        int nextSection = shown.indexOf(';');
        String positive = nextSection < 0 ? shown : shown.substring(0, nextSection);
        return !positive.contains("general") && DATE_LETTER.matcher(positive).find() ? DATE : PLAIN;
    }
}
