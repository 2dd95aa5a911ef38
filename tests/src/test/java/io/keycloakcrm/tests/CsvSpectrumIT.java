package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every shape that CSV is known to come in: each cell is, to the letter, what the corpus says stands there, or its row is
 * refused; and the results go round: read back, they change nothing.
 */
@WithKeycloak
final class CsvSpectrumIT {

    private final RealmApi realm;
    private final OwnAttributes own;

    CsvSpectrumIT(Crm crm) {
        this.realm = crm.newRealm();
        this.own = OwnAttributes.added(realm, "own1", "own2", "own3", "own4");
    }

    @AfterEach
    void dismissAll() {
        realm.get("users?max=500")
                .expect(200)
                .json()
                .findValuesAsText("id")
                .forEach(id -> realm.delete("users/" + id).expect(204));
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
        List<List<String>> expected = expected(name);
        // The first column is the key: every import needs one.
        Mapping mapping = mapping(expected.get(0).size());
        byte[] file = TestData.bytes("csv-spectrum/csvs/" + name + ".csv");

        var job =
                mapping.applyTo(ImportApi.uploaded(realm, name + ".csv", file)).completed(ImportApi.UPSERT);

        assertThat(job.count("rows")).isEqualTo(expected.size());
        assertThat(stored(expected)).isEqualTo(accepted(job, expected));
        assertThat(job.errorCodes()).isSubsetOf("crm.import.line-break", "crm.import.stray-quote");

        byte[] results = job.results().getBytes(StandardCharsets.UTF_8);
        var again = mapping.applyTo(ImportApi.uploaded(realm, "results.csv", results))
                .completed(ImportApi.UPSERT);
        assertThat(again.count("unchanged")).isEqualTo(job.count("created"));
        // A cell whose quotes were in doubt is written out beyond doubt, so it may come in now, to the letter.
        assertThat(again.count("failed") + again.count("created")).isEqualTo(job.count("failed"));
        assertThat(stored(expected)).isEqualTo(accepted(again, expected));
    }

    private static Mapping mapping(int columns) {
        var fields = new ArrayList<>(List.of("employeeNumber"));
        for (int i = 1; i < columns; i++) {
            fields.add("own" + i);
        }
        return new Mapping(fields);
    }

    private static List<List<String>> expected(String name) {
        JsonNode corpus = TestData.json("csv-spectrum/json/" + name + ".json");
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : corpus.isArray() ? corpus : List.of(corpus)) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.asText()));
            if (name.equals("location_coordinates")) {
                // Here the corpus contradicts itself; this is what its CSV says.
                cells.set(0, "2095257564");
            }
            rows.add(cells);
        }
        return rows;
    }

    /** Rows of the corpus without those refused, by employee number. */
    private static Map<String, List<String>> accepted(ImportApi job, List<List<String>> expected) {
        Map<String, List<String>> accepted = new HashMap<>();
        List<JsonNode> results = job.rows();
        for (int i = 0; i < expected.size(); i++) {
            if (!results.get(i).path("outcome").asText().equals("error")) {
                List<String> row = expected.get(i);
                accepted.put(row.get(0).toUpperCase(Locale.ROOT), row.subList(1, row.size()));
            }
        }
        return accepted;
    }

    /** The same rows as the realm holds them now; a blank cell leaves nothing behind. */
    private Map<String, List<String>> stored(List<List<String>> expected) {
        Map<String, List<String>> stored = new HashMap<>();
        own.byEmployeeNumber("employeeNumber").forEach((number, unused) -> stored.put(number, new ArrayList<>()));
        for (int i = 1; i < expected.get(0).size(); i++) {
            Map<String, String> column = own.byEmployeeNumber("own" + i);
            stored.forEach((number, cells) -> cells.add(column.getOrDefault(number, "")));
        }
        return stored;
    }
}
