package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.Csv;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that can be wrong with a row has its own code, names row, column and value, and touches no other row. */
@WithKeycloak
final class BadRowIT {

    private static final Map<String, Object> BY_EMAIL =
            Map.of("mode", "upsert", "key", "email", "createDepartments", false, "invite", false);
    private static final String HEADER = "employeeNumber,email,department,role,phone,hireDate,position";

    private final RealmApi realm;

    BadRowIT(Crm crm) {
        this.realm = crm.newRealm();
    }

    @BeforeAll
    void employSomebody() {
        realm.post("crm/staff", Map.of("email", "veteran@acme.example", "employeeNumber", "GH900"))
                .expect(201);
        realm.post("crm/departments", Map.of("name", "Sales")).expect(201);
    }

    @Nested
    final class ARowThatCannotBeRead {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        B1,bad@acme.example                                     | crm.import.row-ragged
                        B1,bad@acme.example,Sales,,,2020-01-01,Clerk,more        | crm.import.row-ragged
                        B1,bad@acme.example,Sales,,,2020-01-01,Cle"rk            | crm.import.stray-quote
                        B1,bad@acme.example,Sales,,,2020-01-01,"Clerk" of honour | crm.import.stray-quote
                        """)
        void isAnErrorOfThatRowAlone(String line, String code) {
            var job = between(line.getBytes(StandardCharsets.UTF_8));

            assertOnlyTheMiddleRowFails(job, code);
        }

        @Test
        void isTheOneWhoseQuoteIsNeverClosed() {
            var job = between("B1,bad@acme.example,Sales,,,2020-01-01,\"Clerk".getBytes(StandardCharsets.UTF_8));

            assertOnlyTheMiddleRowFails(job, "crm.import.unclosed-quote");
        }

        @Test
        void isTheOneWithALineBreakInAField() {
            var job = between("B1,bad@acme.example,Sales,,,2020-01-01,\"Cle\nrk\"".getBytes(StandardCharsets.UTF_8));

            assertOnlyTheMiddleRowFails(job, "crm.import.line-break", "position");
        }

        @Test
        void isTheOneWithABadByteInAnUtf8File() {
            var line = new ByteArrayOutputStream();
            line.writeBytes("B1,bad@acme.example,Sales,,,2020-01-01,Büro".getBytes(StandardCharsets.UTF_8));
            line.write(0xFF);

            assertOnlyTheMiddleRowFails(between(line.toByteArray()), "crm.import.undecodable", "position");
        }
    }

    @Nested
    final class AValueThatCannotBe {

        @ParameterizedTest
        @CsvSource({
            "phone,      12345,          crm.import.phone-invalid",
            "phone,      none,           crm.import.phone-invalid",
            "hireDate,   2024-02-30,     crm.import.date-invalid",
            "hireDate,   yesterday,      crm.import.date-invalid",
            "department, Nowhere,        crm.import.department-unknown",
            "role,       no-such-role,   crm.staff.role-unknown",
            "email,      not-an-address, crm.staff.email-invalid"
        })
        void isAnErrorThatNamesColumnAndValue(String column, String value, String code) {
            var job = between(row(Map.of(column, value)));

            JsonNode error = assertOnlyTheMiddleRowFails(job, code, column);
            assertThat(error.path("value").asText()).isEqualTo(value);
        }

        @ParameterizedTest
        @ValueSource(strings = {"GH900", "gh900", "ＧＨ９００", " gh900 "})
        void isTheEmployeeNumberOfAnotherMember(String number) {
            var job = between(row(Map.of("employeeNumber", number)));

            assertOnlyTheMiddleRowFails(job, "crm.staff.employee-number-taken", "employeeNumber");
        }

        @ParameterizedTest
        @ValueSource(strings = {"OK1", "ok1", "ＯＫ１"})
        void isTheEmployeeNumberOfAnEarlierRow(String number) {
            var job = between(row(Map.of("employeeNumber", number)));

            assertOnlyTheMiddleRowFails(job, "crm.import.duplicate-in-file", "employeeNumber");
        }
    }

    @Nested
    final class ADryRun {

        @Test
        void findsTheSameAndWritesNothing() {
            byte[] file = file(row(Map.of("department", "Nowhere")), "dry");
            var job = ImportApi.uploaded(realm, "staff.csv", file).checked(BY_EMAIL);

            assertThat(outcomes(job)).containsExactly("create", "error", "create");
            assertThat(realm.get("crm/staff?search=dry1@acme.example")
                            .expect(200)
                            .json()
                            .path("total")
                            .asInt())
                    .isZero();
        }
    }

    /** The middle row with one value of its own. */
    private static byte[] row(Map<String, String> values) {
        return String.join(
                        ",",
                        List.of(
                                values.getOrDefault("employeeNumber", "B1"),
                                values.getOrDefault("email", "bad@acme.example"),
                                values.getOrDefault("department", "Sales"),
                                values.getOrDefault("role", ""),
                                values.getOrDefault("phone", ""),
                                values.getOrDefault("hireDate", "2020-01-31"),
                                values.getOrDefault("position", "Clerk")))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Two good rows around a line. */
    private static byte[] file(byte[] middle, String prefix) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(Csv.raw(HEADER, good(prefix + 1)));
        file.writeBytes(middle);
        file.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        file.writeBytes(Csv.raw(good(prefix + 2)));
        return file.toByteArray();
    }

    private static String good(String name) {
        return "%s,%s@acme.example,Sales,,,2020-01-31,Büro".formatted(name.toUpperCase(Locale.ROOT), name);
    }

    private ImportApi between(byte[] middle) {
        return ImportApi.uploaded(realm, "staff.csv", file(middle, "ok")).completed(BY_EMAIL);
    }

    /** @return the first error of the middle row */
    private static JsonNode assertOnlyTheMiddleRowFails(ImportApi job, String code) {
        List<JsonNode> rows = job.rows();
        assertThat(outcomes(job)).as("%s", rows).hasSize(3).element(1).isEqualTo("error");
        assertThat(outcomes(job)).filteredOn("error"::equals).hasSize(1);
        JsonNode row = rows.get(1);
        JsonNode error = row.path("errors").path(0);
        assertThat(row.path("row").asInt()).isEqualTo(2);
        assertThat(row.path("line").asInt()).isEqualTo(3);
        assertThat(error.path("code").asText()).as("%s", row).isEqualTo(code);
        assertThat(error.path("message").asText()).isNotBlank().isNotEqualTo(code);
        return error;
    }

    private static JsonNode assertOnlyTheMiddleRowFails(ImportApi job, String code, String column) {
        JsonNode error = assertOnlyTheMiddleRowFails(job, code);
        assertThat(error.path("column").asText()).isEqualTo(column);
        assertThat(error.path("value").asText()).isNotEmpty();
        return error;
    }

    private static List<String> outcomes(ImportApi job) {
        return job.rows().stream().map(row -> row.path("outcome").asText()).toList();
    }
}
