package io.keycloakcrm.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSpectrumTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8"
            })
    void readsWhatTheCorpusSays(String name) throws Exception {
        TestFile file = TestFile.resource("csv-spectrum/csvs/" + name + ".csv");
        List<String> header = file.analyse().header();
        List<Map<String, String>> expected = new ObjectMapper()
                .readValue(
                        TestFile.resource("csv-spectrum/json/" + name + ".json").bytes(), new TypeReference<>() {});

        List<Map<String, String>> actual = new ArrayList<>();
        for (FileRow row : file.rows()) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int column = 0; column < header.size(); column++) {
                String cell = row.cells().get(column);
                cells.put(header.get(column), cell);
                assertThat(faultsOf(row, column))
                        .isEqualTo(cell.contains("\n") ? List.of("crm.import.line-break") : List.of());
            }
            assertThat(row.faults()).allMatch(fault -> fault.column() != null);
            actual.add(cells);
        }
        assertThat(actual).isEqualTo(expected);
    }

    /** The corpus itself disagrees on the phone number of this file: its JSON has another one. */
    @Test
    void keepsQuotesAndReplacementCharactersThatStandInTheFileButMarksTheRow() throws Exception {
        List<FileRow> rows =
                TestFile.resource("csv-spectrum/csvs/location_coordinates.csv").rows();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).cells())
                .containsExactly("2095257564", "37\uFFFD36'37.8\"N 121\uFFFD2'17.9\"W", "Modesto", "Stanislaus");
        assertThat(rows.get(0).faults()).containsExactly(RowFault.ofRow("crm.import.stray-quote", "2"));
    }

    private static List<String> faultsOf(FileRow row, int column) {
        return row.faults().stream()
                .filter(fault -> Objects.equals(fault.column(), column))
                .map(RowFault::code)
                .toList();
    }
}
