package io.keycloakcrm.imports.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a sheet while its cells come in, from left to right and with gaps. */
final class SheetRow {

    private final int number;
    private final List<String> cells = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();

    SheetRow(int number) {
        this.number = number;
    }

    void put(int column, CellContent content, @Nullable String formula) {
        if (formula != null) {
            faults.add(RowFault.ofCell("crm.import.formula", column, CellCheck.shown('=' + formula)));
        } else if (content.fault() != null) {
            faults.add(RowFault.ofCell(content.fault(), column, CellCheck.shown(content.text())));
        }
        if (!content.text().isEmpty()) {
            padTo(column);
            cells.add(content.text());
        }
    }

    /** Also if it holds formulas that show nothing: people draw them down below the last row. */
    boolean isBlank() {
        return cells.stream().allMatch(SheetRow::isBlank);
    }

    /**
     * The row with as many cells as the header, where no heading is missing.
     *
     * @param width number of headings; 0 if that is not known yet, for the cells up to the last one that is not blank
     */
    RawRecord record(int width) {
        padTo(width);
        while (cells.size() > width && isBlank(cells.get(cells.size() - 1))) {
            cells.remove(cells.size() - 1);
        }
        RowFault fault = width > 0 && cells.size() > width
                ? RowFault.ofRow("crm.import.heading-missing", CellReference.letters(cells.size() - 1))
                : null;
        return new RawRecord(number, cells, fault, faults);
    }

    private void padTo(int width) {
        while (cells.size() < width) {
            cells.add("");
        }
    }

    private static boolean isBlank(String cell) {
        return cell.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
