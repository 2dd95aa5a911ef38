package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who watches a realm sees each step of each import exactly once, with numbers and without anybody's data. */
@WithKeycloak
final class ImportEventsIT {

    private final RealmApi realm;
    private final RealmApi synced;

    ImportEventsIT(Crm crm) {
        this.realm = crm.newRealm();
        this.synced = crm.newRealm();
    }

    @BeforeAll
    void recordAdminEvents() {
        for (RealmApi each : List.of(realm, synced)) {
            each.put("", Map.of("adminEventsEnabled", true, "adminEventsDetailsEnabled", true))
                    .expect(204);
        }
    }

    @Test
    void recordsEachStepOfAnImportOnce() {
        ImportApi job = uploaded("a", 3).checked(ImportApi.UPSERT).completed(ImportApi.UPSERT);

        assertThat(steps(job)).containsExactlyInAnyOrder("upload", "dry-run", "checked", "start", "completed");
    }

    @Test
    void recordsWhatSomebodyDidAboutAnImportUnderWay() {
        ImportApi job = uploaded("b", 3_000);
        job.start(ImportApi.UPSERT);
        for (String step : List.of("pause", "resume", "cancel")) {
            realm.post(job.path(step), Map.of()).expect(200);
        }

        assertThat(steps(job)).containsExactlyInAnyOrder("upload", "start", "pause", "resume", "cancel");
    }

    @Test
    void saysHowManyRowsHadWhichOutcome() {
        ImportApi job = uploaded("c", 7).completed(ImportApi.UPSERT);

        JsonNode details = event(job, "completed").path("details");
        assertThat(details.path("rows").asText()).isEqualTo("8");
        assertThat(details.path("created").asText()).isEqualTo("7");
        assertThat(details.path("failed").asText()).isEqualTo("1");
        assertThat(details.path("updated").asText()).isEqualTo("0");
    }

    @Test
    void namesTheAdministratorWhoStartedItAsTheActorOfItsEnd() {
        RealmApi other = realm.asNewAdmin("manage-users", "view-users", "query-groups", "view-realm");
        ImportApi job = uploaded(other, "e", 2).completed(Map.of("mode", "upsert", "key", "employeeNumber"));

        JsonNode start = event(job, "start").path("authDetails");
        JsonNode end = event(job, "completed").path("authDetails");
        assertThat(end.path("userId").asText()).isEqualTo(start.path("userId").asText());
        assertThat(end.path("clientId").asText())
                .isEqualTo(start.path("clientId").asText());
        assertThat(end.path("realmId").asText()).isEqualTo(start.path("realmId").asText());
    }

    @Test
    void recordsThatTheServerPausedAnImportWhoseAdministratorIsGone() {
        RealmApi other = realm.asNewAdmin("manage-users", "view-users", "query-groups", "view-realm");
        ImportApi job = uploaded(other, "f", 3_000);
        job.start(Map.of("mode", "upsert", "key", "employeeNumber"));
        String actor = event(job, "start").path("authDetails").path("userId").asText();
        realm.put("users/" + actor, Map.of("enabled", false)).expect(204);
        new ImportApi(realm, job.id()).awaitState("paused");

        JsonNode paused = event(job, "paused");
        assertThat(paused.path("details").path("code").asText()).isEqualTo("crm.import.uploader-lost-right");
        assertThat(paused.path("authDetails").path("userId").asText()).isEqualTo(actor);
    }

    @Test
    void recordsThatASyncWaitsForAConfirmation() {
        Csv all = Csv.withHeader("employeeNumber", "email").row("s1", "s1@acme.example");
        Csv few = Csv.withHeader("employeeNumber", "email").row("s1", "s1@acme.example");
        all.row("s2", "s2@acme.example");
        ImportApi.uploaded(synced, "staff.csv", all.bytes()).completed(ImportApi.UPSERT);
        ImportApi job = ImportApi.uploaded(synced, "staff.csv", few.bytes());
        job.start(Map.of("mode", "sync", "key", "employeeNumber"));
        job.awaitState("paused");

        assertThat(steps(synced, job)).containsExactlyInAnyOrder("upload", "start", "paused");
    }

    @Test
    void tellsNothingAboutAnybodyInTheFile() {
        ImportApi job = uploaded("g", 3).completed(ImportApi.UPSERT);

        assertThat(events(job))
                .allSatisfy(event -> assertThat(event.toString())
                        .doesNotContain("acme.example")
                        .doesNotContain("staff.csv"));
    }

    /** So many good rows and one without its key. */
    private ImportApi uploaded(String prefix, int members) {
        return uploaded(realm, prefix, members);
    }

    private static ImportApi uploaded(RealmApi realm, String prefix, int members) {
        Csv file = Csv.withHeader("employeeNumber", "email");
        for (int i = 0; i < members; i++) {
            file.row(prefix + i, prefix + i + "@acme.example");
        }
        file.row("", prefix + "-nobody@acme.example");
        return ImportApi.uploaded(realm, "staff.csv", file.bytes());
    }

    private List<String> steps(ImportApi job) {
        return steps(realm, job);
    }

    private static List<String> steps(RealmApi realm, ImportApi job) {
        return events(realm, job).stream()
                .map(event -> event.path("details").path("step").asText())
                .toList();
    }

    private JsonNode event(ImportApi job, String step) {
        return events(job).stream()
                .filter(event -> event.path("details").path("step").asText().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> events(ImportApi job) {
        return events(realm, job);
    }

    private static List<JsonNode> events(RealmApi realm, ImportApi job) {
        JsonNode found = realm.get("admin-events?max=100&resourcePath=crm/imports/" + job.id())
                .expect(200)
                .json();
        return StreamSupport.stream(found.spliterator(), false).toList();
    }
}
