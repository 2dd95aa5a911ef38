package io.keycloakcrm.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells come out as a person saw them, or with a fault. */
class WorkbookCellsTest {

    @Test
    void textIsExact() throws Exception {
        String[] texts = {" 王 小明 ", "007", "=1+1", "'", "\"", "a,b;c\td", "𠮷野家", "_x", "x0041_", "<&>", "1E5", "$1\\"};
        FileRow row = row(cells -> {
            for (int column = 0; column < texts.length; column++) {
                cells.createCell(column).setCellValue(texts[column]);
            }
        });
        assertThat(row.cells()).startsWith(texts).hasSize(26);
        assertThat(row.faults()).isEmpty();
    }

    @Test
    void charactersThatXmlCannotHoldAreDecoded() throws Exception {
        TestFile file = new RawWorkbook()
                .cells("<c r='A2' t='str'><v>_x005F_x0041_ _x0041__x0024_</v></c><c r='B2' t='str'><v>a_x000D_b</v></c>"
                        + "<c r='C2' t='str'><v>_xD800_</v></c>")
                .file();
        assertThat(file.cells()).containsExactly(List.of("_x0041_ A$", "a\rb", "\uFFFD"));
        assertThat(codes(file.rows().get(0))).containsExactly("crm.import.line-break", "crm.import.undecodable");
    }

    @Test
    void richTextIsOneText() throws Exception {
        FileRow row = row(cells -> {
            var text = new XSSFRichTextString("王 小明");
            var font = new XSSFFont();
            font.setBold(true);
            text.applyFont(0, 1, font);
            cells.createCell(0).setCellValue(text);
        });
        assertThat(row.cells().get(0)).isEqualTo("王 小明");
    }

    @Test
    void howATextIsPronouncedIsNoPartOfIt() throws Exception {
        TestFile file = new RawWorkbook()
                .part(
                        RawWorkbook.STRINGS,
                        "<sst xmlns='%s'><si><r><t>東</t></r><r><t>京</t></r><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si></sst>"
                                .formatted(RawWorkbook.MAIN))
                .cells("<c r='A2' t='s'><v>0</v></c>")
                .file();
        assertThat(file.cells()).containsExactly(List.of("東京", "", ""));
    }

    @Test
    void textInTheCellItselfIsReadLikeShared() throws Exception {
        TestFile file = new RawWorkbook()
                .cells("<c r='A2' t='inlineStr'><is><r><t>in</t></r><r><t>line</t></r></is></c>"
                        + "<c r='B2' t='s'><v>0</v></c><c r='C2' t='str'><v>plain</v></c>")
                .file();
        assertThat(file.cells()).containsExactly(List.of("inline", "shared", "plain"));
    }

    @ParameterizedTest
    @CsvSource({
        "13800138000,13800138000",
        "8613800138000,8613800138000",
        "1001,1001",
        "0,0",
        "-3,-3",
        "46.5,46.5",
        "0.1,0.1",
        "4.35,4.35",
        "1e-7,0.0000001",
        "123456789012345,123456789012345"
    })
    void numbersHaveNoExponentAndNoRoundingError(double number, String text) throws Exception {
        FileRow row = row(cells -> cells.createCell(0).setCellValue(number));
        assertThat(row.cells().get(0)).isEqualTo(text);
        assertThat(row.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.3800138E10,13800138000", "4.3499999999999996,4.35", "0.30000000000000004,0.3", "-0,0", ".5,0.5"})
    void numbersMayBeWrittenInAnyWay(String value, String text) throws Exception {
        assertThat(raw("<c r='A2'><v>" + value + "</v></c>").cells()).startsWith(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.1E17, 6.2E18, 1e15, -1e15, 1e300})
    void numbersThatLostTheirLastDigitsAreFaults(double number) throws Exception {
        FileRow row = row(cells -> cells.createCell(0).setCellValue(number));
        assertThat(codes(row)).containsExactly("crm.import.number-too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "1e9999", "NaN", "INF", "0x10", "1,5", "１", "--1", "1e"})
    void whatIsNoNumberIsAFault(String value) throws Exception {
        FileRow row = raw("<c r='A2'><v>" + value + "</v></c>");
        assertThat(row.faults()).containsExactly(new RowFault("crm.import.cell-damaged", 0, value, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"00000,42,00042", "0000,123456,123456", "'\"GH\"0000',12,GH0012", "'\"工号\"000',7,工号007", "000,-5,-5"})
    void leadingZerosAndLettersOfAFormatBelongToANumber(String format, double value, String text) throws Exception {
        assertThat(row(cells -> PoiWorkbook.number(cells, 0, value, format)).cells())
                .startsWith(text);
    }

    @ParameterizedTest
    @CsvSource({"0.00,1.5,1.5", "0%,0.25,0.25", "'#,##0',12345,12345", "[Red]0,3,3", "0\" days\",3,3", "[h]:mm,1.5,1.5"
    })
    void otherFormatsDoNotMatter(String format, double value, String text) throws Exception {
        assertThat(row(cells -> PoiWorkbook.number(cells, 0, value, format)).cells())
                .startsWith(text);
    }

    @Test
    void truthIsWrittenAsSpreadsheetsShowIt() throws Exception {
        FileRow row = row(cells -> {
            cells.createCell(0).setCellValue(true);
            cells.createCell(1).setCellValue(false);
        });
        assertThat(row.cells()).startsWith("TRUE", "FALSE");
    }

    @Test
    void formulasAreFaultsAndShowTheirLastResult() throws Exception {
        FileRow row = raw(
                "<c r='A2' t='str'><f>B2&amp;\"x\"</f><v>=cmd|x</v></c><c r='B2'><f t='shared' si='0'/><v>7</v></c>");
        assertThat(row.cells()).containsExactly("=cmd|x", "7", "");
        assertThat(row.faults())
                .containsExactly(
                        new RowFault("crm.import.formula", 0, "=B2&\"x\"", List.of()),
                        new RowFault("crm.import.formula", 1, "=", List.of()));
    }

    @Test
    void formulasThatShowNothingMakeNoRow() throws Exception {
        TestFile file = new RawWorkbook()
                .rows(RawWorkbook.row(1, "A", "B")
                        + RawWorkbook.row(2, "a", "b")
                        + "<row r='3'><c r='A3' t='str'><f>IF(X3=\"\",\"\",X3)</f><v></v></c></row>")
                .file();
        assertThat(file.rows()).hasSize(1);
    }

    @Test
    void errorsOfTheSpreadsheetAreFaults() throws Exception {
        FileRow row = row(cells -> {
            cells.createCell(0).setCellErrorValue((byte) 42);
            cells.createCell(1).setCellValue("x");
        });
        assertThat(row.cells()).startsWith("#N/A", "x");
        assertThat(row.faults()).containsExactly(new RowFault("crm.import.error-cell", 0, "#N/A", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r='A2' t='s'><v>99</v></c>",
                "<c r='A2' t='s'><v>-1</v></c>",
                "<c r='A2' t='b'><v>2</v></c>",
                "<c r='A2' t='zz'><v>2</v></c>"
            })
    void whatCannotBeReadIsAFault(String cell) throws Exception {
        assertThat(codes(raw(cell))).containsExactly("crm.import.cell-damaged");
    }

    @Test
    void lineBreaksAndOverlongTextsAreFaultsAsInAText() throws Exception {
        FileRow row = row(cells -> {
            cells.createCell(0).setCellValue("a\nb");
            cells.createCell(1).setCellValue("x".repeat(32_767));
            cells.createCell(2).setCellValue("𠮷".repeat(4_000));
        });
        assertThat(codes(row))
                .containsExactly("crm.import.line-break", "crm.import.cell-too-long", "crm.import.cell-too-long");
        assertThat(row.cells().get(1)).hasSizeLessThan(4_200);
    }

    @Test
    void mergedCellsHoldTheirValueOnce() throws Exception {
        FileRow row = row(cells -> {
            cells.createCell(0).setCellValue("a");
            cells.getSheet().addMergedRegion(new CellRangeAddress(1, 1, 0, 2));
            cells.createCell(3).setCellValue("d");
        });
        assertThat(row.cells()).startsWith("a", "", "", "d");
    }

    private static FileRow row(Consumer<Row> content) throws Exception {
        return PoiWorkbook.ofRow(content).rows().get(0);
    }

    private static FileRow raw(String cells) throws Exception {
        return new RawWorkbook().cells(cells).file().rows().get(0);
    }

    private static List<String> codes(FileRow row) {
        return row.faults().stream().map(RowFault::code).toList();
    }
}
