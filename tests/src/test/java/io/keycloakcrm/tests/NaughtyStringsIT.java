package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @CsvSource({"own1, 500", "position, 480", "nickname, 150"})
    void surviveTheWayInAndOut(String field, int few) {
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
        assertThat(job.count("created")).isGreaterThan(few);
        if (!field.equals("own1")) {
            assertThat(listed(realm, field)).isEqualTo(accepted(job));
        }

        byte[] results = job.results().getBytes(StandardCharsets.UTF_8);
        var again = mapping.applyTo(ImportApi.uploaded(realm, "results.csv", results))
                .completed(ImportApi.UPSERT);
        assertThat(again.count("unchanged")).isEqualTo(job.count("created"));
        assertThat(again.count("failed")).isEqualTo(job.count("failed"));
        assertThat(own.byEmployeeNumber(field)).isEqualTo(accepted(job));
    }

    /** Value of a field of all members as the directory lists them, by employee number. */
    private static Map<String, String> listed(RealmApi realm, String field) {
        Map<String, String> values = new HashMap<>();
        int first = 0;
        JsonNode page;
        do {
            page = realm.get("crm/staff?max=500&first=" + first).expect(200).json();
            for (JsonNode member : page.path("items")) {
                if (member.has(field)) {
                    values.put(
                            member.path("employeeNumber").asText(),
                            member.path(field).asText());
                }
            }
            first += page.path("items").size();
        } while (first < page.path("total").asInt());
        return values;
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
