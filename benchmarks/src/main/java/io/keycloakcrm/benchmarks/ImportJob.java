package io.keycloakcrm.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.PartsApi;
import io.keycloakcrm.tests.api.RealmApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;

/** An uploaded file on its way into a realm. */
record ImportJob(RealmApi realm, String id, boolean invites) {

    private static final Set<String> ENDED = Set.of("completed", "checked", "failed", "cancelled", "paused");
    private static final Duration LIMIT = Duration.ofHours(1);

    /** Keycloak takes ten. */
    private static final int LARGEST_BODY = 8 << 20;

    /** A twentieth of a second is two per cent of the shortest import measured. */
    private static final Duration POLL = Duration.ofMillis(50);

    static ImportJob uploaded(RealmApi realm, Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        ImportApi job = content.length > LARGEST_BODY
                ? inParts(PartsApi.begun(realm, "staff.csv", content))
                : ImportApi.uploaded(realm, "staff.csv", content);
        return new ImportJob(realm, job.id(), false);
    }

    /** The same, but new members are invited. */
    ImportJob inviting() {
        return new ImportJob(realm, id, true);
    }

    private static ImportApi inParts(PartsApi upload) {
        for (int number = 0; number * (long) upload.partBytes() < upload.content().length; number++) {
            upload.put(number).expect(204);
        }
        upload.analyse().expect(200);
        return upload.job();
    }

    /** Step is {@code start} or {@code dry-run}; an empty pace is not sent. */
    void begin(String step, String pace) {
        Map<String, Object> request = new HashMap<>(
                Map.of("mode", "upsert", "key", "employeeNumber", "createDepartments", false, "invite", invites));
        if (!pace.isEmpty()) {
            request.put("pace", pace);
        }
        realm.post(path("/" + step), request).expect(202);
    }

    boolean isOver() {
        return ENDED.contains(json().path("state").asText());
    }

    /** Seconds from the call until the server says that everything is committed. */
    double seconds(String step, String pace) {
        long begin = System.nanoTime();
        begin(step, pace);
        JsonNode end = Awaitility.await("import " + id)
                .atMost(LIMIT)
                .pollDelay(POLL)
                .pollInterval(POLL)
                .until(this::json, job -> ENDED.contains(job.path("state").asText()));
        double seconds = (System.nanoTime() - begin) / 1e9;
        String state = end.path("state").asText();
        if (!state.equals(step.equals("start") ? "completed" : "checked")
                || end.path("counts").path("created").asLong()
                        != end.path("counts").path("rows").asLong()) {
            throw new IllegalStateException("the import went wrong: " + end);
        }
        return seconds;
    }

    JsonNode json() {
        return realm.get(path("")).expect(200).json();
    }

    void cancel() {
        realm.post(path("/cancel"), Map.of()).expect(200, 202, 204);
    }

    private String path(String below) {
        return "crm/imports/" + id + below;
    }
}
