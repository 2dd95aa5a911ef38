package io.keycloakcrm.imports.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a cell stands.
 *
 * @param column from 0
 * @param row from 1
 */
record CellReference(int column, int row) {

    static final int MAX_ROW = 1 << 20;

    private static final int MAX_COLUMNS = 1 << 14;
    private static final Pattern NAME = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** By its name, such as {@code AB12}; a name outside of any sheet makes the workbook damaged. */
    static CellReference of(String name) throws FileRefused {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw XmlPart.damaged();
        }
        int column = 0;
        for (char letter : parts.group(1).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        int row = number(parts.group(2));
        if (column > MAX_COLUMNS || row < 1 || row > MAX_ROW) {
            throw XmlPart.damaged();
        }
        return new CellReference(column - 1, row);
    }

    /** The letters of a column, from 0. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    /** An attribute that counts something. */
    static int number(String text) throws FileRefused {
        if (!NUMBER.matcher(text).matches()) {
            throw XmlPart.damaged();
        }
        return Integer.parseInt(text);
    }
}
