package io.keycloakcrm.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The right rows of the right sheet, with the header found as in a text. */
class WorkbookRowsTest {

    @Test
    void areThoseOfTheFirstSheetThatAPersonSees() throws Exception {
        TestFile file = PoiWorkbook.of(workbook -> {
            PoiWorkbook.text(workbook.createSheet("lists"), 0, "hidden");
            PoiWorkbook.text(workbook.createSheet("more lists"), 0, "hidden");
            Sheet staff = workbook.createSheet("员工");
            PoiWorkbook.text(staff, 0, "工号", "姓名");
            PoiWorkbook.text(staff, 1, "GH01", "王小明");
            workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
            workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            PoiWorkbook.text(workbook.createSheet("second"), 0, "x");
        });
        assertThat(file.cells()).containsExactly(List.of("GH01", "王小明"));
    }

    @Test
    void headerIsFoundBelowNotesAndBlankRows() throws Exception {
        TestFile file = notes();
        assertThat(file.analyse())
                .isEqualTo(new FileAnalysis(Dialect.ofWorkbook(6, false), List.of("工号", "姓名", "部门", "备注, 选填")));
        assertThat(file.rows())
                .extracting(FileRow::row, FileRow::line, FileRow::cells)
                .containsExactly(tuple(1L, 7L, List.of("1", "王", "销售", "")), tuple(2L, 9L, List.of("2", "李", "", "x")));
    }

    @Test
    void headerIsFoundBelowNotesByItsShapeAlone() throws Exception {
        assertThat(StaffFile.analyse(notes(), FileLimits.defaults(), HeaderHint.none())
                        .dialect()
                        .headerLine())
                .isEqualTo(6);
    }

    private static TestFile notes() throws IOException {
        return PoiWorkbook.of(workbook -> {
            Sheet sheet = workbook.createSheet();
            PoiWorkbook.text(sheet, 0, "公司通讯录");
            PoiWorkbook.text(sheet, 2, "1、必填\n2、多个部门用;隔开");
            PoiWorkbook.text(sheet, 3, " ", "\u3000");
            PoiWorkbook.text(sheet, 5, "工号", "姓名", "部门", "备注, 选填");
            PoiWorkbook.text(sheet, 6, "1", "王", "销售");
            PoiWorkbook.text(sheet, 8, "2", "李", "", "x", " ");
        });
    }

    @Test
    void headerIsWiderThanMostRowsWhereTheLastColumnsAreEmpty() throws Exception {
        TestFile file = PoiWorkbook.of(workbook -> {
            Sheet sheet = workbook.createSheet();
            PoiWorkbook.text(sheet, 0, "foo", "bar", "baz", "qux");
            for (int row = 1; row < 20; row++) {
                PoiWorkbook.text(sheet, row, "a" + row, "b" + row);
            }
        });
        assertThat(file.analyse().header()).containsExactly("foo", "bar", "baz", "qux");
        assertThat(file.rows()).hasSize(19).allMatch(row -> row.cells().size() == 4);
    }

    @Test
    void aValueWithoutHeadingIsAFaultOfItsRow() throws Exception {
        TestFile file = new RawWorkbook()
                .rows(RawWorkbook.row(1, "工号", "姓名")
                        + RawWorkbook.row(2, "1", "2", "", "note")
                        + RawWorkbook.row(3, "3", "4"))
                .file();
        assertThat(file.rows())
                .extracting(FileRow::faults)
                .containsExactly(List.of(RowFault.ofRow("crm.import.heading-missing", "D")), List.of());
    }

    @Test
    void cellsAndRowsMayLeaveOutWhereTheyStand() throws Exception {
        TestFile file = new RawWorkbook()
                .rows("<row><c t='str'><v>A</v></c><c t='str'><v>B</v></c></row><row r='5'><c r='B5'><v>2</v></c></row>"
                        + "<row><c><v>3</v></c></row>")
                .file();
        assertThat(file.rows())
                .extracting(FileRow::line, FileRow::cells)
                .containsExactly(tuple(5L, List.of("", "2")), tuple(6L, List.of("3", "")));
    }

    @Test
    void emptyCellsMayStandAnywhere() throws Exception {
        assertThat(new RawWorkbook()
                        .cells("<c r='A2'><v>1</v></c><c r='XFD2' s='0'/>")
                        .file()
                        .cells())
                .containsExactly(List.of("1", "", ""));
    }

    @Test
    void ofTheStrictFormAreRead() throws Exception {
        RawWorkbook workbook = new RawWorkbook().cells("<c r='A2' t='s'><v>0</v></c>");
        for (String part : List.of(RawWorkbook.SHEET, RawWorkbook.STRINGS, RawWorkbook.STYLES, RawWorkbook.WORKBOOK)) {
            workbook.edit(part, RawWorkbook.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main");
        }
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        for (String part : List.of(RawWorkbook.WORKBOOK, RawWorkbook.RELATIONSHIPS)) {
            workbook.edit(part, office, "http://purl.oclc.org/ooxml/officeDocument/relationships");
        }
        assertThat(workbook.file().cells()).containsExactly(List.of("shared", "", ""));
    }

    @Test
    void areReadWithoutStylesAndSharedTexts() throws Exception {
        RawWorkbook workbook = new RawWorkbook()
                .without(RawWorkbook.STYLES)
                .without(RawWorkbook.STRINGS)
                .edit(RawWorkbook.RELATIONSHIPS, "/styles'", "/theme'")
                .edit(RawWorkbook.RELATIONSHIPS, "/sharedStrings'", "/theme'")
                .cells("<c r='A2' s='9'><v>1</v></c>");
        assertThat(workbook.file().cells()).containsExactly(List.of("1", "", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,'',UTF-8",
        "UTF-8,\uFEFF,UTF-8",
        "UTF-16,'',UTF-16",
        "UTF-16,\uFEFF,UTF-16LE",
        "UTF-16,'',UTF-16LE",
        "UTF-16,'',UTF-16BE",
        "GB2312,'',UTF-8"
    })
    void mayBeWrittenInEitherEncodingOfTheFormat(String declared, String mark, String charset) throws Exception {
        String sheet =
                "%s<?xml version='1.0' encoding='%s'?><worksheet xmlns='%s'><sheetData>%s%s</sheetData></worksheet>"
                        .formatted(
                                mark,
                                declared,
                                RawWorkbook.MAIN,
                                RawWorkbook.row(1, "A", "B"),
                                RawWorkbook.row(2, "王", "𠮷"));
        byte[] bytes = sheet.getBytes(Charset.forName(charset));
        assertThat(new RawWorkbook().part(RawWorkbook.SHEET, bytes).file().cells())
                .containsExactly(List.of("王", "𠮷"));
    }

    @Test
    void ofAResultsFileSavedAsAWorkbookLoseTheirGuard() throws Exception {
        TestFile file = new RawWorkbook()
                .rows(RawWorkbook.row(1, "name", "crm_result") + RawWorkbook.row(2, "'=x", "error"))
                .file();
        assertThat(file.analyse().dialect().guarded()).isTrue();
        assertThat(file.cells()).containsExactly(List.of("=x", "error"));
    }

    @Test
    void aChoiceOfCharsetAndDelimiterIsPassedOver() throws Exception {
        TestFile file = notes();
        for (String charset : List.of(Dialect.XLSX, "GB18030")) {
            assertThat(StaffFile.analyse(file, FileLimits.defaults(), TestFile.HINT, charset, '|'))
                    .isEqualTo(file.analyse());
        }
    }

    @Test
    void agreeWithAnotherImplementationInTwentyThousand() throws Exception {
        List<List<String>> expected = new ArrayList<>();
        TestFile file;
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            Sheet sheet = workbook.createSheet();
            PoiWorkbook.text(sheet, 0, "employeeNumber", "Name", "Phone", "note");
            for (int i = 1; i <= 20_000; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("%06d".formatted(i));
                row.createCell(1).setCellValue("王小" + i);
                row.createCell(2).setCellValue(13_800_000_000.0 + i);
                if (i % 7 == 0) {
                    row.createCell(3).setCellValue(i % 2 == 0);
                }
                String note = i % 2 == 0 ? "TRUE" : "FALSE";
                expected.add(
                        List.of("%06d".formatted(i), "王小" + i, "" + (13_800_000_000L + i), i % 7 == 0 ? note : ""));
            }
            file = PoiWorkbook.saved(workbook);
        }
        assertThat(file.cells()).isEqualTo(expected);
    }
}
