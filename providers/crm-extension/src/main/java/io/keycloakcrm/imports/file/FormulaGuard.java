package io.keycloakcrm.imports.file;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running a cell as a formula (CWE-1236) by an apostrophe in front of it. A cell that begins
 * with an apostrophe gets one too, so that taking one off always gives back the original.
 */
final class FormulaGuard {

    private static final String DANGEROUS_BEGINNINGS = "=+-@\t\r\n\0＝＋－＠";
    private static final char GUARD = '\'';
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()-]{3,20}");

    private FormulaGuard() {}

    static String guard(String cell) {
        if (cell.isEmpty()) {
            return cell;
        }
        char first = cell.charAt(0);
        return first == GUARD || DANGEROUS_BEGINNINGS.indexOf(first) >= 0 ? GUARD + cell : cell;
    }

    /** Numbers such as +86 139… stay as they are: no formula can be written in these characters. */
    static String guardPhone(String cell) {
        return PHONE.matcher(cell).matches() ? cell : guard(cell);
    }

    static String unguard(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == GUARD ? cell.substring(1) : cell;
    }
}
