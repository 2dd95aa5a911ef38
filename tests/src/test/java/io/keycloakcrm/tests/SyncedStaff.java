package io.keycloakcrm.tests;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.RealmApi;
import java.util.Map;
import java.util.stream.IntStream;

/** A realm whose members come from one file and are held to the next. */
record SyncedStaff(RealmApi realm) {

    static final Map<String, Object> SYNC = Map.of("mode", "sync", "key", "employeeNumber");

    /** With the members M1 to M{@code count}. */
    static SyncedStaff of(RealmApi realm, int count) {
        ImportApi.uploaded(realm, "staff.csv", file(1, count).bytes()).completed(ImportApi.UPSERT);
        return new SyncedStaff(realm);
    }

    static Csv file(int first, int last) {
        Csv file = Csv.withHeader("employeeNumber", "email", "lastName", "firstName", "phone");
        IntStream.rangeClosed(first, last).forEach(i -> file.row("M" + i, email(i), "Doe", "Jane", ""));
        return file;
    }

    static String email(int i) {
        return "m" + i + "@acme.example";
    }

    ImportApi upload(Csv file) {
        return ImportApi.uploaded(realm, "staff.csv", file.bytes());
    }

    JsonNode member(int i) {
        String id = realm.get("crm/staff?employeeNumber=M" + i)
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        return realm.get("crm/staff/" + id).expect(200).json();
    }

    String state(int i) {
        return member(i).path("state").asText();
    }

    long left() {
        return realm.get("crm/staff?status=left")
                .expect(200)
                .json()
                .path("total")
                .asLong();
    }

    ImportApi paused(Csv file) {
        ImportApi job = upload(file);
        job.start(SYNC);
        job.awaitState("paused");
        return job;
    }

    ApiResponse resume(ImportApi job, Map<String, ?> body) {
        return realm.post(job.path("resume"), body);
    }
}
