package io.keycloakcrm.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CharsetsTest {

    /** Writes with the first charset, expects the second. */
    private enum Writing {
        UTF8(RandomStaff.SIMPLIFIED, "UTF-8", "UTF-8", ""),
        UTF8_LATIN(RandomStaff.LATIN, "UTF-8", "UTF-8", ""),
        UTF8_MARKED(RandomStaff.SIMPLIFIED, "UTF-8", "UTF-8", "\uFEFF"),
        GBK(RandomStaff.SIMPLIFIED, "GBK", "GB18030", ""),
        GBK_TRADITIONAL(RandomStaff.TRADITIONAL, "GBK", "GB18030", ""),
        GB18030_FOUR_BYTES(RandomStaff.RARE, "GB18030", "GB18030", ""),
        BIG5(RandomStaff.TRADITIONAL, "x-windows-950", "Big5", ""),
        UTF16LE(RandomStaff.SIMPLIFIED, "UTF-16LE", "UTF-16LE", ""),
        UTF16LE_MARKED(RandomStaff.SIMPLIFIED, "UTF-16LE", "UTF-16LE", "\uFEFF"),
        UTF16BE(RandomStaff.TRADITIONAL, "UTF-16BE", "UTF-16BE", ""),
        UTF16BE_MARKED(RandomStaff.LATIN, "UTF-16BE", "UTF-16BE", "\uFEFF"),
        UTF16LE_LATIN(RandomStaff.LATIN, "UTF-16LE", "UTF-16LE", ""),
        WINDOWS_1252(RandomStaff.LATIN, "windows-1252", "windows-1252", "");

        private final RandomStaff staff;
        private final String charset;
        private final String expected;
        private final String mark;

        Writing(RandomStaff staff, String charset, String expected, String mark) {
            this.staff = staff;
            this.charset = charset;
            this.expected = expected;
            this.mark = mark;
        }
    }

    static Stream<Arguments> matrix() {
        return Stream.of(Writing.values())
                .flatMap(writing -> Stream.of(1, 5, 50, 1000).map(rows -> Arguments.of(writing, rows)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void areFoundInFilesOfEverySize(Writing writing, int rows) throws Exception {
        Random random = new Random(rows);
        for (int file = 0; file < (rows < 1000 ? 40 : 2); file++) {
            RandomStaff.Text text = writing.staff.text(random, rows);
            TestFile written = TestFile.of(writing.mark + text.csv(), writing.charset);
            Dialect dialect = written.analyse().dialect();
            assertThat(dialect).isEqualTo(new Dialect(writing.expected, ',', 1, false));
            List<FileRow> read = written.rows(dialect);
            assertThat(read.stream().map(FileRow::cells).toList()).isEqualTo(text.rows());
            assertThat(read.stream().flatMap(row -> row.faults().stream())).isEmpty();
        }
    }

    @Test
    void areFoundWhereTheOnlyForeignLetterStandsInTheLastRow() throws Exception {
        String text = "Name,Phone\n" + "Smith,1\n".repeat(100_000) + "Müller,2\n";
        assertThat(TestFile.of(text, "windows-1252").analyse().dialect().charset())
                .isEqualTo("windows-1252");
        assertThat(TestFile.of(text).analyse().dialect().charset()).isEqualTo("UTF-8");
    }

    @Test
    void damagedUtf8IsNotTakenForSomethingElse() throws Exception {
        byte[] bytes = "Name,Phone\nMüller,1\nLefèvre,2\nGarcía,3\nStrau#,4\n".getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) 0xDF;
        TestFile file = new TestFile(bytes);
        assertThat(file.analyse().dialect().charset()).isEqualTo("UTF-8");
        assertThat(file.rows().stream().map(row -> row.faults().size())).containsExactly(0, 0, 0, 1);
    }

    @Test
    void mayBeChosenByAPerson() throws Exception {
        TestFile file = TestFile.of("名字,電話\n恒,1\n", "x-windows-950");
        FileAnalysis analysis = StaffFile.analyse(file, FileLimits.defaults(), HeaderHint.none(), "big5", null);
        assertThat(analysis.dialect().charset()).isEqualTo("Big5");
        assertThat(analysis.header()).containsExactly("名字", "電話");
        assertThat(file.rows(analysis.dialect()).get(0).cells()).containsExactly("恒", "1");
    }

    @Test
    void thatNobodyKnowsAreRefused() {
        assertThatThrownBy(() -> StaffFile.analyse(
                        TestFile.of("a\nb"), FileLimits.defaults(), HeaderHint.none(), "klingon", null))
                .isInstanceOfSatisfying(FileRefused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("crm.import.charset-unknown");
                    assertThat(refused.params()).containsExactly("klingon");
                });
    }
}
