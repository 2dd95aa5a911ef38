package io.keycloakcrm.imports.file;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one at a time. Rows and cells that do not stand in order make the workbook damaged. */
final class SheetReader implements Closeable {

    private final XmlPart xml;
    private final CellText texts;
    private final FileLimits limits;
    private int lastRow;
    private boolean ended;

    SheetReader(XmlPart xml, CellText texts, FileLimits limits) {
        this.xml = xml;
        this.texts = texts;
        this.limits = limits;
    }

    /** The next row that shows anything; null at the end. */
    @Nullable
    SheetRow next() throws FileRefused, IOException {
        while (!ended && xml.next()) {
            ended = xml.ends("sheetData");
            if (xml.starts("row")) {
                SheetRow row = row();
                if (!row.isBlank()) {
                    return row;
                }
            }
        }
        return null;
    }

    private SheetRow row() throws FileRefused, IOException {
        String named = xml.attribute("r");
        int number = named == null ? lastRow + 1 : CellReference.number(named);
        if (number <= lastRow || number > CellReference.MAX_ROW) {
            throw XmlPart.damaged();
        }
        lastRow = number;
        SheetRow row = new SheetRow(number);
        int lastColumn = -1;
        int own = xml.depth();
        while (xml.next() && xml.depth() >= own) {
            if (xml.starts("c")) {
                lastColumn = cell(row, lastColumn);
            }
        }
        return row;
    }

    private int cell(SheetRow row, int lastColumn) throws FileRefused, IOException {
        int column = column(lastColumn);
        SheetCell cell = SheetCell.read(xml, limits.maxCellCharacters());
        CellContent content = texts.of(cell);
        // A cell that only has a colour may stand anywhere.
        if (!content.text().isEmpty() || cell.formula() != null) {
            if (column >= limits.maxColumns()) {
                throw new FileRefused("crm.import.too-many-columns", String.valueOf(limits.maxColumns()));
            }
            row.put(column, content, cell.formula());
        }
        return column;
    }

    private int column(int lastColumn) throws FileRefused {
        String name = xml.attribute("r");
        if (name == null) {
            return lastColumn + 1;
        }
        CellReference reference = CellReference.of(name);
        if (reference.row() != lastRow || reference.column() <= lastColumn) {
            throw XmlPart.damaged();
        }
        return reference.column();
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
