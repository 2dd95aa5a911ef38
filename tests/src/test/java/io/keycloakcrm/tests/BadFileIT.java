package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.KeycloakNode;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A file that cannot be imported as a whole is refused with its own code, or asks; it never leaves half a job. */
@WithKeycloak
final class BadFileIT {

    private static final Map<String, Object> BY_EMAIL =
            Map.of("mode", "upsert", "key", "email", "createDepartments", false, "invite", false);

    private final RealmApi realm;

    BadFileIT(Crm crm) {
        this.realm = crm.newRealm();
    }

    @Nested
    final class AFileThatIsNoFile {

        @Test
        void isRefusedIfItHasNoBytes() {
            assertRefused(upload(new byte[0]), 400, "crm.import.file-empty");
        }

        @Test
        void isRefusedIfItIsBlank() {
            assertRefused(upload("\r\n \r\n".getBytes(StandardCharsets.UTF_8)), 400, "crm.import.file-empty");
        }

        @Test
        void isRefusedIfItHasAHeaderOnly() {
            assertRefused(upload(Csv.raw("email,position")), 400, "crm.import.no-rows");
        }

        @Test
        void isRefusedIfItIsNoText() {
            byte[] noise = new byte[4096];
            new Random(7).nextBytes(noise);

            assertThat(upload(noise).status()).isEqualTo(400);
        }

        @Test
        void isRefusedIfItIsTooLarge() {
            var tooLarge = Map.of("fileName", "staff.csv", "bytes", KeycloakNode.MAX_FILE_BYTES + 1);

            assertRefused(realm.post("crm/imports", tooLarge), 413, "crm.import.file-too-large");
        }

        @Test
        void leavesNoJobBehind() {
            int before = jobs();

            upload(new byte[0]);
            upload(Csv.raw("email,position"));

            assertThat(jobs()).isEqualTo(before);
        }

        private int jobs() {
            return realm.get("crm/imports?max=1")
                    .expect(200)
                    .json()
                    .path("total")
                    .asInt();
        }
    }

    @Nested
    final class AMappingThatIsNotClear {

        @Test
        void asksIfNoColumnIsAKey() {
            assertAsks(Csv.raw("position,department", "Clerk,Sales"), "crm.import.key-missing");
        }

        @Test
        void asksIfTwoColumnsAreTheSameField() {
            assertAsks(
                    Csv.raw("email,E-Mail,position", "a@acme.example,b@acme.example,Clerk"), "crm.import.field-twice");
        }

        @Test
        void asksIfDatesCouldBeEither() {
            assertAsks(
                    Csv.raw("email,hireDate", "a@acme.example,03/04/2025", "b@acme.example,05/06/2025"),
                    "crm.import.date-ambiguous");
        }

        @Test
        void refusesToStartByAKeyThatIsNotInTheFile() {
            var job = ImportApi.uploaded(realm, "staff.csv", Csv.raw("email,position", "a@acme.example,Clerk"));

            assertRefused(realm.post(job.path("start"), ImportApi.UPSERT), 400, "crm.import.key-missing");
            assertThat(job.json().path("state").asText()).isEqualTo("analysed");
        }

        private void assertAsks(byte[] file, String code) {
            var job = ImportApi.uploaded(realm, "staff.csv", file);

            assertThat(job.json().path("analysis").path("questions").findValuesAsText("code"))
                    .containsExactly(code);
            assertRefused(realm.post(job.path("start"), BY_EMAIL), 400, code);
            assertThat(job.json().path("state").asText()).isEqualTo("analysed");
        }
    }

    private ApiResponse upload(byte[] content) {
        return realm.client().upload(realm.path("crm/imports"), "staff.csv", content);
    }

    private static void assertRefused(ApiResponse response, int status, String code) {
        assertThat(response.status()).as(response.text()).isEqualTo(status);
        assertThat(response.code()).isEqualTo(code);
    }
}
