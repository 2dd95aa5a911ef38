package io.keycloakcrm.imports.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as another implementation of the format writes them. */
final class PoiWorkbook {

    private PoiWorkbook() {}

    static TestFile of(Consumer<XSSFWorkbook> content) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            content.accept(workbook);
            return saved(workbook);
        }
    }

    /** One sheet with a header of the letters A to Z and one row. */
    static TestFile ofRow(Consumer<Row> content) throws IOException {
        return of(workbook -> {
            Sheet sheet = workbook.createSheet();
            Row header = sheet.createRow(0);
            for (int column = 0; column < 26; column++) {
                header.createCell(column).setCellValue(CellReference.letters(column));
            }
            content.accept(sheet.createRow(1));
        });
    }

    static TestFile saved(Workbook workbook) throws IOException {
        var bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return new TestFile(bytes.toByteArray());
    }

    static void text(Sheet sheet, int row, String... cells) {
        Row target = sheet.createRow(row);
        for (int column = 0; column < cells.length; column++) {
            target.createCell(column).setCellValue(cells[column]);
        }
    }

    /** A number shown as the format says. */
    static void number(Row row, int column, double value, String format) {
        Workbook workbook = row.getSheet().getWorkbook();
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        Cell cell = row.createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }
}
