package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Big List of Naughty Strings as what people are called and do: stored to the letter, or refused with a reason. */
@WithKeycloak
final class NaughtyStringsIT {

    private static final int KNOWN_STRINGS = 515;

    private final Crm crm;
    private final List<String> strings = new ArrayList<>();

    NaughtyStringsIT(Crm crm) {
        this.crm = crm;
    }

    @BeforeAll
    void read() {
        TestData.json("naughty/blns.json").forEach(string -> strings.add(string.asText()));
        assertThat(strings).hasSize(KNOWN_STRINGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"own1", "position", "nickname"})
    void surviveTheWayInAndOut(String field) {
        var realm = crm.newRealm();
        var own = OwnAttributes.added(realm, "own1");
        Mapping mapping = Mapping.of("employeeNumber", field);
        Csv file = Csv.withHeader("number", "carrier");
        for (int i = 0; i < strings.size(); i++) {
            file.row("N" + i, strings.get(i));
        }

        var job = mapping.applyTo(ImportApi.uploaded(realm, "naughty.csv", file.bytes()))
                .completed(ImportApi.UPSERT);

        assertThat(own.byEmployeeNumber(field)).isEqualTo(accepted(job));

        byte[] results = job.results().getBytes(StandardCharsets.UTF_8);
        var again = mapping.applyTo(ImportApi.uploaded(realm, "results.csv", results))
                .completed(ImportApi.UPSERT);
        assertThat(again.count("unchanged")).isEqualTo(job.count("created"));
        assertThat(again.count("failed")).isEqualTo(job.count("failed"));
        assertThat(own.byEmployeeNumber(field)).isEqualTo(accepted(job));
    }

    /** What must be stored, by employee number: all but the rows refused and the cells that are blank. */
    private Map<String, String> accepted(ImportApi job) {
        Map<String, String> accepted = new HashMap<>();
        List<JsonNode> rows = job.rows();
        assertThat(rows).hasSize(KNOWN_STRINGS);
        for (int i = 0; i < strings.size(); i++) {
            boolean refused = rows.get(i).path("outcome").asText().equals("error");
            if (!refused && !strings.get(i).isBlank()) {
                accepted.put("N" + i, strings.get(i));
            }
        }
        return accepted;
    }
}
