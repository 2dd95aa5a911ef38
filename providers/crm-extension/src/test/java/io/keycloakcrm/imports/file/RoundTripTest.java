package io.keycloakcrm.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link ResultsWriter} writes, {@link StaffFileReader} reads back to the character. */
class RoundTripTest {

    private static final List<String> PIECES = List.of(
            "\"", "\"\"", "\\", "\\\"", ",", ";", "\t", "|", "'", "''", "=", "+", "-", "@", "＝", "＠", "\n", "\r\n",
            "\r", "\0", " ", "\u3000", "\uFEFF", "\uFFFD", "王", "é", "😀", "𐀀", "a", "1", "{0}", "sep=;");

    @Test
    void givesBackAllNaughtyStringsOfAGuardedFile() throws Exception {
        List<String> naughty = naughtyStrings();
        assertThat(naughty).hasSize(515);
        TestFile file = written(StaffFile.RESULT_COLUMN, naughty);
        assertThat(file.analyse().dialect()).isEqualTo(new Dialect("UTF-8", ',', 1, true));
        assertThat(middleCells(file)).isEqualTo(naughty);
    }

    @Test
    void givesBackAllNaughtyStringsOfAnUnguardedFileWithTheirGuard() throws Exception {
        List<String> naughty = naughtyStrings();
        TestFile file = written("note", naughty);
        assertThat(file.analyse().dialect().guarded()).isFalse();
        assertThat(middleCells(file))
                .isEqualTo(naughty.stream().map(FormulaGuard::guard).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesBackRandomCells(long seed) throws Exception {
        Random random = new Random(seed);
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < 500; row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < 6; column++) {
                cells.add(randomCell(random));
            }
            rows.add(cells);
        }
        assertThat(write(header("a", StaffFile.RESULT_COLUMN), rows).cells()).isEqualTo(rows);
    }

    @Test
    void givesBackRandomCellsThatAnotherProgramQuotedOnlyWhereNeeded() throws Exception {
        Random random = new Random(42);
        StringBuilder text = new StringBuilder("a;b;c;d\n");
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < 500; row++) {
            List<String> cells = List.of("x" + randomCell(random), randomCell(random), randomCell(random), "z");
            rows.add(cells);
            text.append(String.join(
                            ";",
                            cells.stream().map(RoundTripTest::minimallyQuoted).toList()))
                    .append('\n');
        }
        Dialect dialect = new Dialect("UTF-8", ';', 1, false);
        assertThat(TestFile.of(text.toString()).rows(dialect).stream().map(FileRow::cells))
                .containsExactlyElementsOf(rows);
    }

    private static String minimallyQuoted(String cell) {
        boolean needed = cell.chars().anyMatch(c -> c == '"' || c == ';' || c == '\n' || c == '\r');
        return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static String randomCell(Random random) {
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            cell.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return cell.toString();
    }

    private static List<String> naughtyStrings() throws IOException {
        return new ObjectMapper()
                .readValue(TestFile.resource("naughty/blns.json").bytes(), new TypeReference<>() {});
    }

    private static TestFile written(String lastHeading, List<String> middle) throws IOException {
        return write(
                List.of("number", "text", lastHeading),
                middle.stream().map(cell -> List.of("1", cell, "ok")).toList());
    }

    private static List<String> header(String heading, String last) {
        return List.of(heading, "=b", "'c", "d\"", "", last);
    }

    private static TestFile write(List<String> header, List<List<String>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ResultsWriter writer = new ResultsWriter(out, Set.of())) {
            writer.write(header);
            for (List<String> row : rows) {
                writer.write(row);
            }
        }
        return new TestFile(out.toByteArray());
    }

    private static List<String> middleCells(TestFile file) throws FileRefused, IOException {
        return file.rows().stream().map(row -> row.cells().get(1)).toList();
    }
}
