package io.keycloakcrm.staff.number;

import io.keycloakcrm.staff.Spaces;
import java.text.Normalizer;
import java.util.Locale;

/** The one form in which employee numbers are stored and compared: {@code ｇｈ０１ } and {@code GH01} are the same. */
public final class EmployeeNumber {

    private static final int MAX_CHARACTERS = 32;

    private EmployeeNumber() {}

    /** NFKC, trimmed of any Unicode white space, upper-case without regard to a language; normalising twice changes nothing. */
    public static String normalize(String written) {
        String upper = Spaces.strip(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .toUpperCase(Locale.ROOT);
        // Upper-casing may take a composed character apart.
        return Spaces.strip(Normalizer.normalize(upper, Normalizer.Form.NFKC));
    }

    /**
     * Whether it is 1 to 32 characters once normalised, with no control or invisible formatting character: two numbers
     * that look alike must be alike.
     */
    public static boolean isValid(String written) {
        String number = normalize(written);
        return !number.isEmpty()
                && number.codePointCount(0, number.length()) <= MAX_CHARACTERS
                && number.codePoints().noneMatch(EmployeeNumber::isInvisible);
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
