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
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An import steps aside while people sign in, and does not when nobody does or when it is told to hurry. */
@WithKeycloak
@SuppressWarnings("try") // a crowd need not be spoken to to be there
final class ConsiderateImportIT {

    private static final int MEMBERS = 6_000;

    private final Crm crm;
    private final RealmApi realm;

    ConsiderateImportIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
    }

    @Test
    void restsWhilePeopleSignInAndHurriesWhenTheyHaveGone() {
        Metrics before = crm.metrics();
        ImportApi job;
        try (var crowd = Crowd.at(crm.url(), realm)) {
            job = started("a", "considerate");
            awaitRests(before, 2);
            assertThat(job.json().path("state").asText()).isEqualTo("running");
        }
        job.awaitState("completed");

        assertThat(job.count("created")).isEqualTo(MEMBERS);
        assertThat(increase(before, "crm_import_rest_seconds_count"))
                .isLessThan(increase(before, "crm_import_chunk_seconds_count"));
    }

    @Test
    void doesNotMakeAnotherImportInHasteWaitForItsRest() {
        Metrics before = crm.metrics();
        try (var crowd = Crowd.at(crm.url(), realm)) {
            ImportApi slow = started("b", "considerate");
            awaitRests(before, 1);
            ImportApi fast = uploaded(crm.newRealm(), "c", 300).completed(ImportApi.UPSERT);

            assertThat(fast.count("created")).isEqualTo(300);
            assertThat(slow.json().path("state").asText()).isEqualTo("running");
            realm.post(slow.path("cancel"), Map.of()).expect(200);
        }
    }

    @Test
    void tellsHowFastItIsAndHowLongItWillTakeOnlyWhileItWorks() {
        try (var crowd = Crowd.at(crm.url(), realm)) {
            ImportApi job = started("d", "considerate");
            JsonNode working = Awaitility.await("the first rows are done")
                    .atMost(Duration.ofMinutes(2))
                    .until(
                            () -> job.json().path("progress"),
                            progress -> progress.path("rate").asDouble() > 0);
            assertThat(working.path("done").asInt()).isPositive();
            assertThat(working.path("secondsLeft").asLong()).isPositive();

            JsonNode paused =
                    realm.post(job.path("pause"), Map.of()).expect(200).json().path("progress");
            assertThat(paused.path("rate").asDouble()).isZero();
            assertThat(paused.has("secondsLeft")).isFalse();
            realm.post(job.path("cancel"), Map.of()).expect(200);
        }
    }

    @Test
    void isConsiderateUnlessToldOtherwise() {
        ImportApi job = uploaded(realm, "e", 1);
        realm.post(job.path("start"), Map.of("mode", "upsert", "key", "employeeNumber"))
                .expect(202);

        assertThat(job.json().path("pace").asText()).isEqualTo("considerate");
    }

    @Test
    void changesItsPaceWhenResumed() {
        ImportApi job = started("f", "considerate");
        realm.post(job.path("pause"), Map.of()).expect(200);

        assertThat(realm.post(job.path("resume"), Map.of())
                        .expect(200)
                        .json()
                        .path("pace")
                        .asText())
                .isEqualTo("considerate");
        realm.post(job.path("pause"), Map.of()).expect(200);
        assertThat(realm.post(job.path("resume"), Map.of("pace", "full"))
                        .expect(200)
                        .json()
                        .path("pace")
                        .asText())
                .isEqualTo("full");
        realm.post(job.path("cancel"), Map.of()).expect(200);
    }

    @Test
    void refusesAPaceThatThereIsNot() {
        ImportApi job = uploaded(realm, "g", 1);

        JsonNode refusal = realm.post(job.path("start"), Map.of("pace", "breakneck"))
                .expect(400)
                .json();
        assertThat(refusal.path("field").asText()).isEqualTo("pace");
        assertThat(refusal.path("errorMessage").asText()).isEqualTo("crm.import.pace-unknown");
    }

    private ImportApi started(String prefix, String pace) {
        ImportApi job = uploaded(realm, prefix, MEMBERS);
        Map<String, Object> options = new HashMap<>(ImportApi.UPSERT);
        options.put("pace", pace);
        job.start(options);
        return job;
    }

    private static ImportApi uploaded(RealmApi realm, String prefix, int members) {
        Csv file = Csv.withHeader("employeeNumber", "email");
        for (int i = 0; i < members; i++) {
            file.row(prefix + i, prefix + i + "@acme.example");
        }
        return ImportApi.uploaded(realm, "staff.csv", file.bytes());
    }

    private void awaitRests(Metrics before, int rests) {
        Awaitility.await("the import rests")
                .atMost(Duration.ofMinutes(3))
                .until(() -> increase(before, "crm_import_rest_seconds_count") >= rests);
    }

    private double increase(Metrics before, String name) {
        return crm.metrics().sum(name) - before.sum(name);
    }
}
