package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.PartsApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A file beyond the 10 MiB that Keycloak takes as one body comes in parts, and nothing of it is lost or mixed up. */
@WithKeycloak
final class PartUploadIT {

    private static final int ROWS = 900;
    private static final int PART_BYTES = 5 << 20;

    private final RealmApi realm;

    PartUploadIT(Crm crm) {
        this.realm = crm.newRealm();
    }

    /** Two columns that nobody imports make each row long and let every byte be compared. */
    private static Csv staff(String prefix, int rows) {
        Csv file = Csv.withHeader("employeeNumber", "email", "lastName", "firstName", "memo 1", "memo 2", "memo 3");
        for (int i = 0; i < rows; i++) {
            String number = "%s%05d".formatted(prefix, i);
            String memo = (number + "é").repeat(580);
            file.row(number, number.toLowerCase(Locale.ROOT) + "@acme.example", "Doe", "Jane", memo, memo, memo);
        }
        return file;
    }

    private PartsApi small(String prefix) {
        byte[] content = staff(prefix, 10).bytes();
        return PartsApi.begun(
                realm, content, Map.of("fileName", "staff.csv", "bytes", content.length, "partBytes", 64 << 10));
    }

    @Test
    void importsWhatCameInAnyOrderAndMoreThanOnce() {
        byte[] content = staff("P", ROWS).bytes();
        assertThat(content.length).isGreaterThan(2 * PART_BYTES);
        var upload = PartsApi.begun(realm, "staff.csv", content);

        for (int number : List.of(2, 0, 2, 1, 0)) {
            upload.put(number).expect(204);
        }
        upload.analyse().expect(200);
        ImportApi job = upload.job().completed(ImportApi.UPSERT);

        assertThat(job.count("created")).isEqualTo(ROWS);
        assertThat(job.json().path("sha256").asText()).isEqualTo(HexFormat.of().formatHex(PartsApi.sha256(content)));
        List<String> results = job.results().lines().skip(1).toList();
        List<String> rows =
                new String(content, StandardCharsets.UTF_8).lines().skip(1).toList();
        assertThat(results).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(results.get(i)).startsWith(rows.get(i));
        }
    }

    @Nested
    class WhileItIsUnderWay {

        @Test
        void tellsWhichPartsAreThere() {
            PartsApi upload = small("A");

            upload.put(1).expect(204);

            JsonNode job = upload.job().json();
            JsonNode received = job.path("upload").path("received");
            assertThat(job.path("state").asText()).isEqualTo("uploaded");
            assertThat(received).hasSize(1);
            assertThat(received.path(0).path("number").asInt()).isEqualTo(1);
            assertThat(received.path(0).path("sha256").asText())
                    .isEqualTo(HexFormat.of().formatHex(PartsApi.sha256(upload.part(1))));
            assertThat(numbers(job.path("upload").path("missing"))).containsExactly(0, 2);
        }

        @Test
        void namesMissingPartsInPlaceOfAnAnalysis() {
            PartsApi upload = small("B");
            upload.put(1).expect(204);

            ApiResponse refused = upload.analyse();

            assertRefused(refused, 409, "crm.import.parts-missing");
            assertThat(refused.json().path("params").path(2).asText()).isEqualTo("0, 2");
        }

        @Test
        void cannotBeStartedOrMapped() {
            PartsApi upload = small("C");

            assertThat(realm.post(upload.job().path("start"), ImportApi.UPSERT).status())
                    .isEqualTo(409);
            assertThat(realm.put(upload.job().path("mapping"), Map.of("columns", List.of()))
                            .status())
                    .isEqualTo(409);
        }

        @Test
        void canBeCancelled() {
            PartsApi upload = small("D");

            realm.post(upload.job().path("cancel"), Map.of()).expect(200);

            assertRefused(upload.put(0), 409, "crm.import.state-conflict");
        }
    }

    @Nested
    class APart {

        @Test
        void isNeverReplacedByAnother() {
            PartsApi upload = small("E");
            upload.put(0).expect(204);
            byte[] changed = upload.part(0);
            changed[100]++;

            assertRefused(upload.put(0, changed), 409, "crm.import.part-differs");
        }

        @Test
        void isRefusedIfItIsNotWhatItsDigestSays() {
            PartsApi upload = small("F");

            assertRefused(
                    upload.put(0, upload.part(0), PartsApi.digest(upload.part(1))),
                    400,
                    "crm.import.part-digest-differs");
            assertThat(numbers(upload.job().json().path("upload").path("missing")))
                    .containsExactly(0, 1, 2);
        }

        @Test
        void isRefusedWithoutADigest() {
            PartsApi upload = small("G");

            assertRefused(upload.put(0, upload.part(0), "sha-512=:AAAA:"), 400, "crm.import.part-digest-missing");
        }

        @Test
        void isRefusedIfItIsTooLarge() {
            var upload = PartsApi.begun(realm, "staff.csv", new byte[2 * PART_BYTES]);

            assertRefused(upload.put(0, new byte[PART_BYTES + 1]), 413, "crm.import.part-too-large");
        }

        @Test
        void isRefusedIfItIsTooSmall() {
            PartsApi upload = small("H");

            assertRefused(upload.put(0, new byte[1000]), 400, "crm.import.part-size");
        }

        @Test
        void isRefusedIfTheFileHasNoneOfThatNumber() {
            PartsApi upload = small("I");

            assertRefused(upload.put(3, new byte[1000]), 400, "crm.import.part-unknown");
        }

        @Test
        void isRefusedForAFileThatCameInOneCall() {
            ImportApi job = ImportApi.uploaded(realm, "staff.csv", staff("J", 2).bytes());

            assertRefused(new PartsApi(job, new byte[10], 10).put(0), 409, "crm.import.not-in-parts");
        }

        @Test
        void isRefusedAfterTheAnalysisUnlessItIsThere() {
            PartsApi upload = small("K");
            for (int number = 0; number < 3; number++) {
                upload.put(number).expect(204);
            }
            upload.analyse().expect(200);
            byte[] changed = upload.part(1);
            changed[100]++;

            upload.put(1).expect(204);
            assertRefused(upload.put(1, changed), 409, "crm.import.state-conflict");
        }
    }

    @Nested
    class TheBeginning {

        @Test
        void answersTheSameUploadToTheSameKey() {
            var request = Map.of("fileName", "staff.csv", "bytes", 1000);

            ApiResponse first = realm.post("crm/imports", request, "parts-1").expect(201);
            ApiResponse second = realm.post("crm/imports", request, "parts-1").expect(201);

            assertThat(second.createdId()).isEqualTo(first.createdId());
        }

        @Test
        void refusesAKeyThatStoodForAnotherFile() {
            realm.post("crm/imports", Map.of("bytes", 1000), "parts-2").expect(201);

            assertRefused(
                    realm.post("crm/imports", Map.of("bytes", 2000), "parts-2"),
                    409,
                    "crm.rest.idempotency-key-reused");
        }

        @Test
        void refusesAFileWithoutSize() {
            assertRefused(realm.post("crm/imports", Map.of("fileName", "a.csv")), 400, "crm.import.bytes-missing");
        }

        @Test
        void refusesPartsThatAreTooSmall() {
            assertRefused(
                    realm.post("crm/imports", Map.of("bytes", 1000, "partBytes", 1)),
                    400,
                    "crm.import.part-bytes-invalid");
        }

        @Test
        void isForThoseWhoMayManageUsersOnly() {
            RealmApi viewer = realm.asNewAdmin("view-users");

            assertThat(viewer.post("crm/imports", Map.of("bytes", 1000)).status())
                    .isEqualTo(403);
        }
    }

    private static List<Integer> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
    }

    private static void assertRefused(ApiResponse answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
