package io.keycloakcrm.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsWriterTest {

    @Test
    void writesWhatSpreadsheetsOpenRight() throws Exception {
        assertThat(written(Set.of(), List.of("姓名", ""), List.of("a\"b", "x\\")))
                .isEqualTo("\uFEFF\"姓名\",\"\"\r\n\"a\"\"b\",\"x\\\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\0=1",
                "＝1",
                "＋1",
                "－1",
                "＠a",
                "'",
                "'quoted",
                "=cmd|' /C calc'!A0",
                "+8613979219825"
            })
    void guardsCellsThatSpreadsheetsWouldRun(String cell) throws Exception {
        assertThat(written(Set.of(), List.of(cell))).isEqualTo("\uFEFF\"'" + cell + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", " =1", "1-2", "a'b", "王"})
    void leavesOrdinaryCellsAlone(String cell) throws Exception {
        assertThat(written(Set.of(), List.of(cell))).isEqualTo("\uFEFF\"" + cell + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+8613979219825", "+33 6 18 07 56 66", "(021) 555-0100"})
    void leavesPhoneNumbersAloneInTheirColumn(String phone) throws Exception {
        assertThat(written(Set.of(0), List.of(phone))).isEqualTo("\uFEFF\"" + phone + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1+cmd", "+12", "+123456789012345678901", "+123\n", "=1234", "'+8613979219825"})
    void guardsWhatIsNoPhoneNumberInAPhoneColumn(String cell) throws Exception {
        assertThat(written(Set.of(0), List.of(cell))).isEqualTo("\uFEFF\"'" + cell + "\"\r\n");
    }

    @Test
    void givesBackPhoneColumnsExactly() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ResultsWriter writer = new ResultsWriter(out, Set.of(0))) {
            writer.write(List.of("phone", "name", StaffFile.RESULT_COLUMN));
            writer.write(List.of("+8613979219825", "+x", "ok"));
            writer.write(List.of("'+8613979219825", "''x", "=ok"));
        }
        assertThat(new TestFile(out.toByteArray()).cells())
                .containsExactly(List.of("+8613979219825", "+x", "ok"), List.of("'+8613979219825", "''x", "=ok"));
    }

    @SafeVarargs
    private static String written(Set<Integer> phoneColumns, List<String>... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ResultsWriter writer = new ResultsWriter(out, phoneColumns)) {
            for (List<String> row : rows) {
                writer.write(row);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
