package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.Metrics;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Imports show in Keycloak's own metrics, by numbers that agree with the results and labels that nobody can multiply. */
@WithKeycloak
final class MetricsIT {

    private static final String ROWS = "crm_import_rows_total";
    private static final String CHUNKS = "crm_import_chunk_seconds_count";

    /** Every label there may ever be, and every value it may have. */
    private static final Map<String, Set<String>> LABELS = Map.of(
            "phase", Set.of("prepare", "departments", "members", "managers", "absentees", "sync", "invitations"),
            "outcome", Set.of("create", "update", "unchanged", "offboard", "error"),
            "result", Set.of("done", "replayed", "lease_lost", "right_lost", "failed"),
            "path", Set.of("inserts", "models"),
            "dry_run", Set.of("true", "false"),
            "state", Set.of("active", "paused"));

    private final Crm crm;
    private final RealmApi realm;

    MetricsIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
    }

    @Test
    void countsTheRowsOfAnImportByOutcome() {
        Metrics before = crm.metrics();
        ImportApi job = uploaded("m", 250).completed(ImportApi.UPSERT);

        assertThat(increase(before, ROWS, "dry_run=false", "outcome=create")).isEqualTo(job.count("created"));
        assertThat(increase(before, ROWS, "dry_run=false", "outcome=error")).isEqualTo(job.count("failed"));
        assertThat(increase(before, ROWS)).isEqualTo(job.count("rows"));
    }

    @Test
    void countsTheRowsOfADryRunApart() {
        Metrics before = crm.metrics();
        uploaded("d", 20).checked(ImportApi.UPSERT);

        assertThat(increase(before, ROWS, "dry_run=true")).isEqualTo(21);
        assertThat(increase(before, ROWS, "dry_run=false")).isZero();
    }

    @Test
    void timesThePiecesOfEachPhase() {
        Metrics before = crm.metrics();
        uploaded("t", 250).completed(ImportApi.UPSERT);

        assertThat(increase(before, CHUNKS, "phase=prepare", "result=done")).isEqualTo(1);
        assertThat(increase(before, CHUNKS, "phase=departments", "result=done")).isEqualTo(1);
        assertThat(increase(before, CHUNKS, "phase=members", "result=done")).isPositive();
        assertThat(increase(before, "crm_import_chunk_seconds_sum", "phase=members"))
                .isPositive();
    }

    @Test
    void tellsOfImportsThatWaitForSomebody() {
        ImportApi job = uploaded("p", 5_000);
        job.start(ImportApi.UPSERT);
        job.realm().post(job.path("pause"), Map.of()).expect(200);

        assertThat(paused()).isPositive();
        awaitGaugeOf(paused());
        job.realm().post(job.path("cancel"), Map.of()).expect(200);
        awaitGaugeOf(paused());
    }

    @Test
    void hasLabelsOfClosedSetsOnly() {
        uploaded("Bobby \"}", 1).completed(ImportApi.UPSERT);

        Map<String, Set<String>> seen = new HashMap<>();
        crm.metrics()
                .startingWith("crm_import")
                .samples()
                .forEach(sample -> sample.labels()
                        .forEach((label, value) -> seen.computeIfAbsent(label, any -> new TreeSet<>())
                                .add(value)));
        assertThat(seen.keySet()).isSubsetOf(LABELS.keySet());
        seen.forEach((label, values) -> assertThat(values).isSubsetOf(LABELS.get(label)));
    }

    @Test
    void hasAsManySeriesAfterAnImportAsBefore() {
        List<String> before = series();
        uploaded("s", 3).completed(ImportApi.UPSERT);

        assertThat(series()).isEqualTo(before).isNotEmpty().hasSizeLessThan(200);
    }

    /** So many good rows in two departments, and one without its key. */
    private ImportApi uploaded(String prefix, int members) {
        Csv file = Csv.withHeader("employeeNumber", "email", "department");
        String key = prefix.substring(0, 1);
        for (int i = 0; i < members; i++) {
            file.row(key + i, key + i + "@acme.example", i % 2 == 0 ? "Sales" : "Sales/" + prefix);
        }
        file.row("", key + "-nobody@acme.example", "Sales");
        return ImportApi.uploaded(realm, "staff.csv", file.bytes());
    }

    private double increase(Metrics before, String name, String... labels) {
        return crm.metrics().sum(name, labels) - before.sum(name, labels);
    }

    /** Of all realms, for other tests leave theirs behind. */
    private long paused() {
        long paused = 0;
        for (JsonNode any : crm.admin()
                .get("/admin/realms?briefRepresentation=true")
                .expect(200)
                .json()) {
            String imports = "/admin/realms/" + any.path("realm").asText() + "/crm/imports?max=500";
            for (JsonNode job : crm.admin().get(imports).expect(200).json().path("items")) {
                paused += job.path("state").asText().equals("paused") ? 1 : 0;
            }
        }
        return paused;
    }

    private void awaitGaugeOf(long jobs) {
        Awaitility.await(jobs + " jobs are paused")
                .atMost(Duration.ofMinutes(1))
                .until(() -> crm.metrics().sum("crm_import_jobs", "state=paused") == jobs);
    }

    private List<String> series() {
        return crm.metrics().startingWith("crm_import").samples().stream()
                .map(sample -> sample.name() + sample.labels())
                .sorted()
                .collect(Collectors.toList());
    }
}
