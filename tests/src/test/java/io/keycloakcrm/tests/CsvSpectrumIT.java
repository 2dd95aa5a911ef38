package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every shape that CSV is known to come in: each cell is, to the letter, what the corpus says stands there, or its row is
 * refused; and the results go round: read back, they change nothing.
 */
@WithKeycloak
final class CsvSpectrumIT {

    private static final Map<String, Object> UPSERT = ImportApi.UPSERT;

    private final Crm crm;

    CsvSpectrumIT(Crm crm) {
        this.crm = crm;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "location_coordinates",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8"
            })
    void survivesTheWayInAndOut(String name) {
        var realm = crm.newRealm();
        var own = OwnAttributes.added(realm, "own1", "own2", "own3", "own4");
        JsonNode expected = TestData.json("csv-spectrum/json/" + name + ".json");
        // The first column is the key: every import needs one.
        Mapping mapping = mapping(expected.path(0).size());
        byte[] file = TestData.bytes("csv-spectrum/csvs/" + name + ".csv");

        var job =
                mapping.applyTo(ImportApi.uploaded(realm, name + ".csv", file)).completed(UPSERT);

        assertThat(job.count("rows")).isEqualTo(expected.size());
        assertThat(cells(own, job, expected)).isEqualTo(wanted(job, expected));
        assertThat(job.rows("error"))
                .allSatisfy(row -> assertThat(
                                row.path("errors").path(0).path("code").asText())
                        .isEqualTo("crm.import.line-break"));

        byte[] results = job.results().getBytes(StandardCharsets.UTF_8);
        var again = mapping.applyTo(ImportApi.uploaded(realm, "results.csv", results))
                .completed(UPSERT);
        assertThat(again.count("unchanged")).isEqualTo(job.count("created"));
        assertThat(again.count("failed")).isEqualTo(job.count("failed"));
    }

    private static Mapping mapping(int columns) {
        var fields = new ArrayList<>(List.of("employeeNumber"));
        for (int i = 1; i < columns; i++) {
            fields.add("own" + i);
        }
        return new Mapping(fields);
    }

    /** Rows of the corpus, cell by cell, without those refused; blank cells leave nothing behind. */
    private static List<List<String>> wanted(ImportApi job, JsonNode expected) {
        List<List<String>> rows = new ArrayList<>();
        List<JsonNode> results = job.rows();
        for (int i = 0; i < expected.size(); i++) {
            if (!results.get(i).path("outcome").asText().equals("error")) {
                List<String> cells = new ArrayList<>();
                expected.path(i).forEach(cell -> cells.add(cell.asText()));
                rows.add(cells);
            }
        }
        return rows;
    }

    /** The same rows as the realm holds them now. */
    private static List<List<String>> cells(OwnAttributes own, ImportApi job, JsonNode expected) {
        List<Map<String, String>> columns = new ArrayList<>();
        for (int i = 1; i < expected.path(0).size(); i++) {
            columns.add(own.byEmployeeNumber("own" + i));
        }
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : wanted(job, expected)) {
            Iterator<String> key = row.iterator();
            String number = key.next();
            List<String> cells = new ArrayList<>(List.of(number));
            columns.forEach(column -> cells.add(column.getOrDefault(number, "")));
            rows.add(cells);
        }
        return rows;
    }
}
