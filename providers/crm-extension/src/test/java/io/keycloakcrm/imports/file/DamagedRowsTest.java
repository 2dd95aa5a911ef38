package io.keycloakcrm.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A damaged row is reported where it stands and costs no other row. */
class DamagedRowsTest {

    private static final Dialect DIALECT = new Dialect("UTF-8", ',', 1, false);

    @Test
    void oneBadByteIsAFaultOfItsCell() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("姓名,部门\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 40; i++) {
            bytes.writeBytes(("王" + i + ",销").getBytes(StandardCharsets.UTF_8));
            if (i == 20) {
                bytes.write(0xE5);
            }
            bytes.writeBytes("售\n".getBytes(StandardCharsets.UTF_8));
        }
        TestFile file = new TestFile(bytes.toByteArray());
        assertThat(file.analyse().dialect().charset()).isEqualTo("UTF-8");
        List<FileRow> rows = file.rows();
        assertThat(rows).hasSize(40);
        assertThat(rows.get(20).cells()).containsExactly("王20", "销\uFFFD售");
        assertThat(rows.get(20).faults()).containsExactly(RowFault.ofCell("crm.import.undecodable", 1, "销\uFFFD售"));
        rows.remove(20);
        assertThat(rows)
                .allMatch(row -> row.faults().isEmpty() && row.cells().get(1).equals("销售"));
    }

    @Test
    void aReplacementCharacterOfTheFileItselfIsNoFault() throws Exception {
        assertThat(TestFile.of("a,b\n\uFFFD,\uD800\uDC00\n").rows(DIALECT))
                .containsExactly(new FileRow(1, 2, List.of("\uFFFD", "\uD800\uDC00"), List.of()));
    }

    @Test
    void aRaggedRowSaysHowManyCellsItHas() throws Exception {
        assertThat(faults("a,b\n1\n1,2,3\n1,2\n"))
                .containsExactly(
                        List.of(RowFault.ofRow("crm.import.row-ragged", "1", "2")),
                        List.of(RowFault.ofRow("crm.import.row-ragged", "3", "2")),
                        List.of());
    }

    @Test
    void aQuoteInsideAnUnquotedCellIsStray() throws Exception {
        assertThat(faults("a,b\n1,x\"y\n1,2\n"))
                .containsExactly(List.of(RowFault.ofRow("crm.import.stray-quote", "2")), List.of());
    }

    @Test
    void textAfterAClosingQuoteIsStray() throws Exception {
        List<FileRow> rows = TestFile.of("a,b\n1,\"x\"y\n\"1\"z\"\"\",2\n1,2\n").rows(DIALECT);
        assertThat(rows.get(0).faults()).containsExactly(RowFault.ofRow("crm.import.stray-quote", "2"));
        assertThat(rows.get(0).cells()).containsExactly("1", "\"x\"y");
        assertThat(rows.get(1).faults()).containsExactly(RowFault.ofRow("crm.import.stray-quote", "1"));
        assertThat(rows.get(2).faults()).isEmpty();
    }

    @Test
    void aBackslashIsALetter() throws Exception {
        assertThat(TestFile.of("a,b\n\"x\\\",y\\\n\\\"\"\",\n")
                        .rows(DIALECT)
                        .get(0)
                        .cells())
                .containsExactly("x\\", "y\\");
    }

    @Test
    void controlCharactersThatNoDatabaseStoresAreAFaultOfTheirCell() throws Exception {
        assertThat(faults("a,b\n1,x\0y\n"))
                .containsExactly(List.of(RowFault.ofCell("crm.import.control-character", 1, "x y")));
    }

    @Test
    void longCellsAreAFaultAndAreShownShortened() throws Exception {
        String longCell = "x".repeat(199) + "😀".repeat(3000);
        FileRow row = TestFile.of("a,b\n1," + longCell + "\n").rows(DIALECT).get(0);
        assertThat(row.cells().get(1)).isEqualTo(longCell);
        assertThat(row.faults())
                .containsExactly(RowFault.ofCell("crm.import.cell-too-long", 1, "x".repeat(199), "4096"));
    }

    @Test
    void aLineWithoutEndIsCutAndReported() throws Exception {
        List<FileRow> rows =
                TestFile.of("a,b\n1," + "x".repeat(1_000_000) + "\n1,2\n").rows(DIALECT);
        assertThat(rows.get(0).faults()).first().isEqualTo(RowFault.ofRow("crm.import.row-too-long", "262144"));
        assertThat(rows.get(1)).isEqualTo(new FileRow(2, 3, List.of("1", "2"), List.of()));
    }

    @Test
    void blankLinesAreNoRowsButCountAsLines() throws Exception {
        assertThat(TestFile.of("a,b\r\n\r\n1,2\r\n , \r\n,,,\r3,4\n\n").rows(DIALECT))
                .containsExactly(
                        new FileRow(1, 3, List.of("1", "2"), List.of()),
                        new FileRow(2, 6, List.of("3", "4"), List.of()));
    }

    @Test
    void cellsAreNeverTrimmed() throws Exception {
        assertThat(TestFile.of("a,b\n 1 ,\"\t2\u3000\"\n").rows(DIALECT).get(0).cells())
                .containsExactly(" 1 ", "\t2\u3000");
    }

    @Nested
    class AnUnclosedQuote {

        @Test
        void losesOnlyItsOwnRow() throws Exception {
            for (String damaged : List.of("3,\"x,z", "\"3,x,z", "3,x,\"z", "3,x,z,\"")) {
                List<FileRow> rows = hundredRows(3, damaged).rows(DIALECT);
                assertThat(rows).hasSize(100);
                assertThat(rows.get(2).line()).isEqualTo(4);
                assertThat(rows.get(2).faults()).containsExactly(RowFault.ofRow("crm.import.unclosed-quote"));
                rows.remove(2);
                assertThat(rows)
                        .allMatch(row -> row.faults().isEmpty()
                                && row.cells().equals(List.of(String.valueOf(row.row()), "x", "z"))
                                && row.line() == row.row() + 1);
            }
        }

        @Test
        void isFoundWhenALaterQuoteSeemsToCloseIt() throws Exception {
            List<FileRow> rows =
                    TestFile.of("a,b,c\n1,\"x,z\n2,x,z\n3,\"y\",z\n4,x,z\n").rows(DIALECT);
            assertThat(rows).extracting(FileRow::row).containsExactly(1L, 2L, 3L, 4L);
            assertThat(rows.get(0).faults()).containsExactly(RowFault.ofRow("crm.import.unclosed-quote"));
            assertThat(rows.subList(1, 4)).allMatch(row -> row.faults().isEmpty());
        }

        @Test
        void isFoundInTheLastRow() throws Exception {
            List<FileRow> rows = TestFile.of("a,b\n1,2\n3,\"4").rows(DIALECT);
            assertThat(rows.get(1).faults()).containsExactly(RowFault.ofRow("crm.import.unclosed-quote"));
        }

        @Test
        void isOnePastTwentyLinesOnly() throws Exception {
            String twentyLines = "x\n".repeat(19) + "x";
            FileRow row = TestFile.of("a,b\n1,\"" + twentyLines + "\"\n")
                    .rows(DIALECT)
                    .get(0);
            assertThat(row.cells()).containsExactly("1", twentyLines);
            assertThat(row.faults()).extracting(RowFault::code).containsExactly("crm.import.line-break");

            FileRow longer = TestFile.of("a,b\n1,\"x\n" + twentyLines + "\"\n")
                    .rows(DIALECT)
                    .get(0);
            assertThat(longer.faults()).containsExactly(RowFault.ofRow("crm.import.unclosed-quote"));
        }

        private static TestFile hundredRows(int damagedRow, String damaged) {
            StringBuilder text = new StringBuilder("a,b,c\n");
            for (int row = 1; row <= 100; row++) {
                text.append(row == damagedRow ? damaged : row + ",x,z").append('\n');
            }
            return TestFile.of(text.toString());
        }
    }

    private static List<List<RowFault>> faults(String text) throws Exception {
        List<List<RowFault>> faults = new ArrayList<>();
        TestFile.of(text).rows(DIALECT).forEach(row -> faults.add(row.faults()));
        return faults;
    }
}
