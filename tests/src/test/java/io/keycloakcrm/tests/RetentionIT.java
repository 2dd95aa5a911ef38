package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.PartsApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a file said about people is gone when its time is over; that it was imported, and how that ended, stays. */
@WithKeycloak
@Tag("postgres-only")
final class RetentionIT {

    private final Crm crm;
    private final RealmApi realm;

    RetentionIT(Crm crm) {
        this.crm = crm;
        this.realm = crm.newRealm();
    }

    @Test
    void erasesFileAndResultsAfterThirtyDaysAndNotBefore() throws SQLException {
        ImportApi old = uploaded("old").completed(ImportApi.UPSERT);
        ImportApi young = uploaded("young").completed(ImportApi.UPSERT);
        age(young, Duration.ofDays(29));
        age(old, Duration.ofDays(31));

        awaitErased(old);

        assertThat(old.count("created")).isEqualTo(1);
        assertThat(realm.get(old.path("results.csv")).expect(409).code()).isEqualTo("crm.import.erased");
        assertThat(traces(old)).isZero();
        assertThat(realm.get("crm/staff?search=old")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(young.json().path("erased").asBoolean()).isFalse();
        assertThat(realm.get(young.path("results.csv")).expect(200).text()).contains("young@acme.example");
    }

    @Test
    void erasesAnUploadThatNobodyCompletedWithinADay() throws SQLException {
        PartsApi upload = PartsApi.begun(realm, "staff.csv", file("parts").bytes());
        upload.put(0).expect(204);
        age(upload.job(), Duration.ofHours(25));

        awaitErased(upload.job());

        assertThat(traces(upload.job())).isZero();
        assertThat(upload.put(0).expect(409).code()).isEqualTo("crm.import.erased");
    }

    private ImportApi uploaded(String name) {
        return ImportApi.uploaded(realm, "staff.csv", file(name).bytes());
    }

    private static Csv file(String name) {
        return Csv.withHeader("employeeNumber", "email").row(name, name + "@acme.example");
    }

    /** As if everything about the import had happened so much earlier. */
    private void age(ImportApi job, Duration by) throws SQLException {
        try (Connection database = crm.connect();
                PreparedStatement statement =
                        database.prepareStatement("update CRM_IMPORT set CREATED_AT = CREATED_AT - ?,"
                                + " STARTED_AT = STARTED_AT - ?, FINISHED_AT = FINISHED_AT - ? where ID = ?")) {
            for (int i = 1; i <= 3; i++) {
                statement.setLong(i, by.toMillis());
            }
            statement.setString(4, job.id());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static void awaitErased(ImportApi job) {
        Awaitility.await("the next round of housekeeping")
                .atMost(Duration.ofMinutes(1))
                .until(() -> job.json().path("erased").asBoolean());
        Awaitility.await("results go last")
                .atMost(Duration.ofSeconds(10))
                .until(() -> job.json().path("analysis").isMissingNode()
                        || job.json().path("analysis").isNull());
    }

    /** Rows, parts and contents of pieces that are left. */
    private long traces(ImportApi job) throws SQLException {
        try (Connection database = crm.connect();
                PreparedStatement statement = database.prepareStatement(
                        "select (select count(*) from CRM_IMPORT_ROW where IMPORT_ID = ?)"
                                + " + (select count(*) from CRM_IMPORT_PART where IMPORT_ID = ?)"
                                + " + (select count(*) from CRM_IMPORT_CHUNK where IMPORT_ID = ? and PAYLOAD is not null)")) {
            for (int i = 1; i <= 3; i++) {
                statement.setString(i, job.id());
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
