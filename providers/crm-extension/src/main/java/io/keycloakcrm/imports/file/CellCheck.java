package io.keycloakcrm.imports.file;

import java.util.List;

/** Finds what is wrong with single cells. */
final class CellCheck {

    private static final int SHOWN_CHARACTERS = 200;

    private final int maxCharacters;

    CellCheck(FileLimits limits) {
        this.maxCharacters = limits.maxCellCharacters();
    }

    void check(int column, String cell, List<RowFault> faults) {
        boolean undecodable = false;
        boolean lineBreak = false;
        boolean control = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            lineBreak |= c == '\n' || c == '\r';
            // PostgreSQL stores every character but this one.
            control |= c == '\0';
            undecodable |= c == Undecodable.MARK && Undecodable.isMarkAt(cell, i);
        }
        if (undecodable) {
            faults.add(RowFault.ofCell("crm.import.undecodable", column, shown(cell)));
        }
        if (lineBreak) {
            faults.add(RowFault.ofCell("crm.import.line-break", column, shown(cell)));
        }
        if (control) {
            faults.add(RowFault.ofCell("crm.import.control-character", column, shown(cell.replace('\0', ' '))));
        }
        if (cell.length() > maxCharacters) {
            faults.add(RowFault.ofCell("crm.import.cell-too-long", column, shown(cell), String.valueOf(maxCharacters)));
        }
    }

    /** The text as a fault carries it. */
    static String shown(String cell) {
        String text = Undecodable.replaced(cell);
        if (text.length() <= SHOWN_CHARACTERS) {
            return text;
        }
        int end =
                Character.isHighSurrogate(text.charAt(SHOWN_CHARACTERS - 1)) ? SHOWN_CHARACTERS - 1 : SHOWN_CHARACTERS;
        return text.substring(0, end);
    }
}
