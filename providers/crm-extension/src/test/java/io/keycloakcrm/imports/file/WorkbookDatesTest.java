package io.keycloakcrm.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that a workbook shows as dates come out as dates, and no others. */
class WorkbookDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m/d/yy",
                "yyyy-mm-dd",
                "yyyy\"年\"m\"月\"d\"日\"",
                "[$-F800]dddd, mmmm dd, yyyy",
                "d-mmm",
                "yyyy/m/d;@",
                "\\d yyyy"
            })
    void areWhatTheirFormatSays(String format) throws Exception {
        FileRow row = PoiWorkbook.ofRow(cells -> {
                    PoiWorkbook.number(cells, 0, 42_626, format);
                    PoiWorkbook.number(cells, 1, 42_626.5, format);
                })
                .rows()
                .get(0);
        assertThat(row.cells()).startsWith("2016-09-13", "2016-09-13T12:00");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 22, 27, 31, 36, 50, 57, 58})
    void mayHaveAFormatThatTheFileOnlyNames(int format) throws Exception {
        assertThat(styled(format, "42626")).isEqualTo("2016-09-13");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 9, 10, 11, 12, 37, 40, 46, 48, 49, 59, 164})
    void areNotSuspectedInOtherNumbers(int format) throws Exception {
        assertThat(styled(format, "42626")).isEqualTo("42626");
    }

    @Test
    void agreeWithAnotherImplementation() throws Exception {
        List<LocalDate> days = List.of(
                LocalDate.of(1900, 1, 1),
                LocalDate.of(1900, 2, 28),
                LocalDate.of(1900, 3, 1),
                LocalDate.of(1969, 7, 20),
                LocalDate.of(2000, 2, 29),
                LocalDate.of(2024, 12, 31),
                LocalDate.of(9999, 12, 31));
        for (boolean from1904 : new boolean[] {false, true}) {
            TestFile file = PoiWorkbook.of(workbook -> {
                workbook.getCTWorkbook().getWorkbookPr().setDate1904(from1904);
                var sheet = workbook.createSheet();
                PoiWorkbook.text(sheet, 0, "day", "moment");
                for (LocalDate day : days) {
                    Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                    PoiWorkbook.number(row, 0, 0, "yyyy-mm-dd");
                    PoiWorkbook.number(row, 1, 0, "yyyy-mm-dd hh:mm:ss");
                    row.getCell(0).setCellValue(day);
                    row.getCell(1).setCellValue(day.atTime(8, 30, 7));
                }
            });
            assertThat(file.cells())
                    .filteredOn(cells -> !from1904 || cells.get(0).compareTo("1904") >= 0)
                    .isSubsetOf(days.stream().map(WorkbookDatesTest::texts).toList())
                    .hasSize(from1904 ? 4 : 7);
        }
    }

    private static List<String> texts(LocalDate day) {
        LocalDateTime moment = day.atTime(8, 30, 7);
        return List.of(day.toString(), moment.toString());
    }

    @Test
    void mayBeATimeAlone() throws Exception {
        assertThat(styled(20, "0.3541666666666667")).isEqualTo("08:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "-1", "2958466", "1e20", "60.5"})
    void thatAreInNoCalendarAreFaults(String value) throws Exception {
        assertThat(styledRow(14, value).faults()).extracting(RowFault::code).containsExactly("crm.import.date-invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "2016-09-13T00:00:00,2016-09-13",
        "2016-09-13,2016-09-13",
        "2016-09-13T08:30:00.000,2016-09-13T08:30:00.000"
    })
    void ofTheStrictFormAreKept(String value, String text) throws Exception {
        TestFile file = new RawWorkbook()
                .cells("<c r='A2' t='d'><v>" + value + "</v></c>")
                .file();
        assertThat(file.rows().get(0).cells()).startsWith(text);
    }

    private static String styled(int format, String value) throws Exception {
        return styledRow(format, value).cells().get(0);
    }

    private static FileRow styledRow(int format, String value) throws Exception {
        return new RawWorkbook()
                .edit(RawWorkbook.STYLES, "</cellXfs>", "<xf numFmtId='" + format + "'/></cellXfs>")
                .cells("<c r='A2' s='1'><v>" + value + "</v></c>")
                .file()
                .rows()
                .get(0);
    }
}
