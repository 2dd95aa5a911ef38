package io.keycloakcrm.tests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** One import, from the upload to its results, as the administrator of {@code realm} sees it. */
public record ImportApi(RealmApi realm, String id) {

    /** What most tests start with: create or update by employee number, departments as they come. */
    public static final Map<String, Object> UPSERT =
            Map.of("mode", "upsert", "key", "employeeNumber", "createDepartments", true, "invite", false);

    private static final int PAGE = 500;
    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled", "paused");

    /** Uploads a file that the server accepts. */
    public static ImportApi uploaded(RealmApi realm, String fileName, byte[] content) {
        JsonNode created = realm.client()
                .upload(realm.path("crm/imports"), fileName, content)
                .expect(201)
                .json();
        return new ImportApi(realm, created.path("id").asText());
    }

    public String path(String below) {
        return "crm/imports/" + id + (below.isEmpty() ? "" : "/" + below);
    }

    public JsonNode json() {
        return realm.get(path("")).expect(200).json();
    }

    /** Starts and waits until everything is done. */
    public ImportApi completed(Map<String, ?> options) {
        start(options);
        awaitState("completed");
        return this;
    }

    public void start(Map<String, ?> options) {
        realm.post(path("start"), inHaste(options)).expect(200, 202, 204);
    }

    /** Tests sign in all the time, so a job that yields to people would hardly move; what they say of pace stands. */
    private static Map<String, Object> inHaste(Map<String, ?> options) {
        Map<String, Object> all = new HashMap<>(Map.of("pace", "full"));
        all.putAll(options);
        return all;
    }

    /** The result of a dry run is what {@link #rows} answers. */
    public ImportApi checked(Map<String, ?> options) {
        realm.post(path("dry-run"), inHaste(options)).expect(200, 202, 204);
        awaitState("checked");
        return this;
    }

    /** Waits for one of the states; a job that ends in another one fails at once. */
    public JsonNode awaitState(String... states) {
        List<String> wanted = List.of(states);
        JsonNode end = Awaitility.await("import " + id + " is " + wanted)
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(this::json, job -> wanted.contains(state(job)) || ENDED.contains(state(job)));
        if (!wanted.contains(state(end))) {
            throw new AssertionError("import is " + state(end) + ", not " + wanted + ": " + end);
        }
        return end;
    }

    private static String state(JsonNode job) {
        return job.path("state").asText();
    }

    /** All rows in the order of the file. */
    public List<JsonNode> rows() {
        return rows("");
    }

    /** Rows of one outcome in the order of the file. */
    public List<JsonNode> rows(String outcome) {
        List<JsonNode> rows = new ArrayList<>();
        JsonNode page;
        do {
            page = realm.get(path("rows?max=" + PAGE + "&first=" + rows.size()
                            + (outcome.isEmpty() ? "" : "&outcome=" + outcome)))
                    .expect(200)
                    .json();
            page.path("items").forEach(rows::add);
        } while (!page.path("items").isEmpty()
                && rows.size() < page.path("total").asInt());
        return rows;
    }

    /** Stable codes of all errors, in the order of the file. */
    public List<String> errorCodes() {
        return rows("error").stream()
                .flatMap(row -> StreamSupport.stream(row.path("errors").spliterator(), false))
                .map(error -> error.path("code").asText())
                .toList();
    }

    public int count(String what) {
        return json().path("counts").path(what).asInt();
    }

    /** Results in the columns of the file. */
    public String results() {
        return realm.get(path("results.csv")).expect(200).text();
    }
}
