package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes of imports that get into each other's way: each row has one outcome, each person is there once. */
@WithKeycloak
final class ConcurrentImportsIT {

    private static final int PEOPLE = 600;

    private final Crm crm;
    private RealmApi realm;

    ConcurrentImportsIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
    }

    @BeforeEach
    void newRealm() {
        realm = crm.newRealm();
    }

    @Test
    void createEveryoneOnceFromAFileThatWasUploadedTwice() {
        byte[] file = staff("销售代表");
        List<ImportApi> jobs = started(file, file);

        jobs.forEach(job -> job.awaitState("completed"));

        assertThat(jobs.stream().mapToInt(job -> job.count("created")).sum()).isEqualTo(PEOPLE);
        jobs.forEach(job -> assertEachRowOnce(job, Set.of("create", "update", "unchanged")));
        assertThat(members()).isEqualTo(PEOPLE);
    }

    @Test
    void leaveWhatOneOfBothSaysWhenTwoJobsHaveTheSamePeople() {
        List<ImportApi> jobs = started(staff("销售代表"), staff("销售经理"));

        jobs.forEach(job -> job.awaitState("completed"));

        assertThat(jobs.stream().mapToInt(job -> job.count("created")).sum()).isEqualTo(PEOPLE);
        jobs.forEach(job -> assertEachRowOnce(job, Set.of("create", "update")));
        assertThat(members()).isEqualTo(PEOPLE);
        assertThat(positions()).isSubsetOf("销售代表", "销售经理").isNotEmpty();
    }

    @Test
    void keepWhatWasWrittenWhenOneIsCancelled() {
        byte[] file = staff("销售代表");
        ImportApi job = ImportApi.uploaded(realm, "staff.csv", file);
        job.start(ImportApi.UPSERT);
        Awaitility.await("some rows are done")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> job.count("created") > 0);

        realm.post(job.path("cancel"), Map.of()).expect(200, 202, 204);

        // What is in hand at that moment may still be finished.
        int written = Awaitility.await("nothing more is written")
                .atMost(Duration.ofMinutes(1))
                .during(Duration.ofSeconds(2))
                .until(this::members, count -> count == job.rows().size());
        assertThat(job.json().path("state").asText()).isEqualTo("cancelled");
        ImportApi again = ImportApi.uploaded(realm, "staff.csv", file).completed(ImportApi.UPSERT);
        assertThat(again.count("created")).isEqualTo(PEOPLE - written);
        assertThat(again.count("unchanged")).isEqualTo(written);
    }

    /** Uploads and starts all before any is waited for. */
    private List<ImportApi> started(byte[]... files) {
        List<ImportApi> jobs = Stream.of(files)
                .parallel()
                .map(file -> ImportApi.uploaded(realm, "staff.csv", file))
                .toList();
        jobs.parallelStream().forEach(job -> job.start(ImportApi.UPSERT));
        return jobs;
    }

    private static void assertEachRowOnce(ImportApi job, Set<String> outcomes) {
        List<JsonNode> rows = job.rows();
        assertThat(rows).hasSize(PEOPLE);
        assertThat(rows.stream().map(row -> row.path("row").asLong()).distinct())
                .hasSize(PEOPLE);
        assertThat(rows).allSatisfy(row -> {
            boolean conflict = row.path("errors").path(0).path("code").asText().equals("crm.import.conflict");
            assertThat(conflict || outcomes.contains(row.path("outcome").asText()))
                    .as("%s", row)
                    .isTrue();
        });
    }

    private static byte[] staff(String position) {
        Csv file = Csv.withHeader("工号", "姓名", "邮箱", "部门", "职务");
        for (int i = 0; i < PEOPLE; i++) {
            file.row("Q%04d".formatted(i), "王小" + (char) ('一' + i), "q%04d@acme.example".formatted(i), "销售部", position);
        }
        return file.bytes();
    }

    private int members() {
        return realm.get("crm/staff?search=acme.example&max=1")
                .expect(200)
                .json()
                .path("total")
                .asInt();
    }

    private Set<String> positions() {
        JsonNode page = realm.get("crm/staff?max=500").expect(200).json().path("items");
        return Stream.iterate(0, i -> i < page.size(), i -> i + 1)
                .map(i -> page.path(i).path("position").asText())
                .filter(position -> !position.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
