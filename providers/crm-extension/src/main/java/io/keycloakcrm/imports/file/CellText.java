package io.keycloakcrm.imports.file;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * Makes text of cells.
 *
 * @param strings what cells refer to
 * @param styles which numbers are dates
 * @param numbers makes the text of numbers
 */
record CellText(SharedStrings strings, CellStyles styles, CellNumber numbers) {

    private static final String DAMAGED = "crm.import.cell-damaged";
    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    /** How the format writes what XML cannot hold: {@code _x000D_} is a line end, {@code _x005F_} an underscore. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    CellContent of(SheetCell cell) {
        String value = cell.value();
        if (value.isEmpty()) {
            return CellContent.of("");
        }
        return switch (cell.type()) {
            case "s" -> shared(value.strip());
            case "str", "inlineStr" -> CellContent.of(unescaped(value));
            case "n" -> numbers.read(value.strip(), styles.format(cell.style()));
            case "b" -> truth(value.strip());
            case "d" -> CellContent.of(date(value.strip()));
            case "e" -> CellContent.faulty(value, "crm.import.error-cell");
            default -> CellContent.faulty(value, DAMAGED);
        };
    }

    private CellContent shared(String index) {
        String text = INDEX.matcher(index).matches() ? strings.get(Integer.parseInt(index)) : null;
        return text == null ? CellContent.faulty(index, DAMAGED) : CellContent.of(unescaped(text));
    }

    private static CellContent truth(String value) {
        return switch (value) {
            case "1", "true" -> CellContent.of("TRUE");
            case "0", "false" -> CellContent.of("FALSE");
            default -> CellContent.faulty(value, DAMAGED);
        };
    }

    /** The strict form of the format writes each date as a moment without zone. */
    private static String date(String value) {
        try {
            LocalDateTime moment = LocalDateTime.parse(value);
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : value;
        } catch (DateTimeException alreadyADateOrATime) {
            return value;
        }
    }

    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text).replaceAll(found -> literal((char) Integer.parseInt(found.group(1), 16)))
                : text;
    }

    private static String literal(char c) {
        return c == '$' || c == '\\' ? "\\" + c : String.valueOf(c);
    }
}
