package io.keycloakcrm.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.keycloakcrm.imports.file.FileRow;
import io.keycloakcrm.imports.file.RowFault;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowMapperTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static Stream<Arguments> typedCells() {
        return Stream.of(
                arguments("employeeNumber", null, " ｇｈ０１ ", "GH01"),
                arguments("email", null, "\u00a0 Anna@Acme.example ", "Anna@Acme.example"),
                arguments("username", null, " ua000", "ua000"),
                arguments("phoneNumber", null, "15159044338", "+8615159044338"),
                arguments("manager", null, "\t周超平 ", "周超平"),
                arguments("department", null, "/Sales/EMEA", "Sales/EMEA"),
                arguments("department", null, "A / B ; C；A/B;", "A/B,C"),
                arguments("department", null, "A|B", "A,B"),
                arguments("department", null, "销售部／华东区", "销售部/华东区"),
                arguments("department", "department:-", "销售部-华东区", "销售部/华东区"),
                arguments("department", "department:>", "A > B|C", "A/B,C"),
                arguments("departmentHead", null, "是", "true"),
                arguments("enabled", null, "N", "false"),
                arguments("enabled", "boolean:inverted", "Yes", "false"),
                arguments("enabled", "boolean", "1", "true"),
                arguments("employmentStatus", null, "On leave", "on_leave"),
                arguments("employmentStatus", null, "ON_LEAVE", "on_leave"),
                arguments("employmentStatus", null, "離職", "left"),
                arguments("roles", null, "sales-rep, 销售主管；x;x", "sales-rep,销售主管,x"),
                arguments("hireDate", null, "2016/9/13", "2016-09-13"),
                arguments("hireDate", null, "2016-09-13 00:00:00", "2016-09-13"),
                arguments("hireDate", null, "２０１６年９月１３日", "2016-09-13"),
                arguments("hireDate", "date:dmy", "03/04/2025", "2025-04-03"),
                arguments("hireDate", "date:mdy", "03/04/2025", "2025-03-04"),
                arguments("hireDate", "date:mdy", "2025-03-04", "2025-03-04"),
                arguments("validFrom", null, "2025-03-04", "2025-03-03T16:00:00Z"),
                arguments("validFrom", null, "2025-03-04T08:00:00+01:00", "2025-03-04T07:00:00Z"),
                arguments("validUntil", null, "2025-03-04", "2025-03-04T16:00:00Z"),
                arguments("validUntil", null, "2025-03-04T00:00:00Z", "2025-03-04T00:00:00Z"),
                arguments("validUntil", null, "9999-12-31", "9999-12-31T15:59:59Z"));
    }

    @ParameterizedTest
    @MethodSource("typedCells")
    void readsTypedCells(String field, @Nullable String transform, String cell, String values) {
        MappedRow row = map(field, transform, cell);

        assertThat(row.faults()).isEmpty();
        assertThat(row.values()).containsExactly(Map.entry(field, List.of(values.split(",", -1))));
    }

    @ParameterizedTest
    @CsvSource({
        "employeeNumber,123456789012345678901234567890123,employee-number-invalid",
        "phoneNumber,12345,phone-invalid",
        "phoneNumber,'''13979219825',phone-invalid",
        "department,A//B,department-invalid",
        "department,A/,department-invalid",
        "department,//A,department-invalid",
        "departmentHead,maybe,boolean-invalid",
        "enabled,活跃,boolean-invalid",
        "employmentStatus,dreaming,status-invalid",
        "hireDate,2025-02-30,date-invalid",
        "hireDate,13/09/16,date-invalid",
        "hireDate,105/09/13,date-invalid",
        "hireDate,03/04/2025,date-invalid",
        "hireDate,0001-01-01,date-invalid",
        "hireDate,42626,date-invalid",
        "validFrom,tomorrow,date-invalid",
        "validUntil,2025-13-01,date-invalid",
    })
    void saysWhatCannotBeRead(String field, String cell, String code) {
        MappedRow row = map(field, null, cell);

        assertThat(row.values()).isEmpty();
        assertThat(row.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("crm.import." + code);
            assertThat(fault.column()).isZero();
            assertThat(fault.value()).isEqualTo(cell);
        });
    }

    @Test
    void departmentNamesHaveNoSlash() {
        assertThat(map("department", "department:-", "A/B-C").faults())
                .extracting(RowFault::code)
                .containsExactly("crm.import.department-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"position", "nickname", "firstName", "lastName", "costCenter"})
    void freeTextIsPassedExactlyAsWritten(String field) {
        String text = " \t'=cmd|ｗｉｄｅ\u3000 \u202e🂡<b> ";

        assertThat(map(field, null, text).values()).containsEntry(field, List.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"position", "name", "costCenter", "email", "hireDate", "department", "enabled"})
    void spacesAndTabsLeaveAFieldAsItIs(String field) {
        MappedRow row = map(field, null, " \t ");

        assertThat(row.values()).isEmpty();
        assertThat(row.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u3000", "\n", "\u200b", " \ufeff", "\u0085"})
    void otherInvisibleTextIsRefusedInFreeText(String cell) {
        assertThat(map("position", null, cell).faults())
                .extracting(RowFault::code)
                .containsExactly("crm.import.value-blank");
    }

    @Test
    void aFullNameComesInTwoParts() {
        assertThat(map("name", null, "诸葛桂秀").values())
                .isEqualTo(Map.of("lastName", List.of("诸葛"), "firstName", List.of("桂秀")));
    }

    @Test
    void aNameOfOneWordSaysThatThereIsNoFirstName() {
        assertThat(map("name", null, "Suharto").values())
                .isEqualTo(Map.of("lastName", List.of("Suharto"), "firstName", List.of()));
    }

    @Test
    void faultsOfUnmappedColumnsDoNotMatter() {
        var mapper = new RowMapper(List.of(column(0, "email", null), ignored(1)), "CN", SHANGHAI);
        MappedRow row = mapper.map(
                new FileRow(3, 7, List.of("a@b.example", "x"), List.of(RowFault.ofCell("crm.import.bytes", 1, "x"))));

        assertThat(row).isEqualTo(new MappedRow(3, 7, Map.of("email", List.of("a@b.example")), List.of()));
    }

    @Test
    void aMappedCellThatTheReaderDoubtsHasNoValue() {
        var mapper = new RowMapper(List.of(column(0, "email", null), column(1, "position", null)), "CN", SHANGHAI);
        RowFault doubt = RowFault.ofCell("crm.import.bytes", 1, "x");
        MappedRow row = mapper.map(new FileRow(1, 2, List.of("a@b.example", "x"), List.of(doubt)));

        assertThat(row.values()).containsOnlyKeys("email");
        assertThat(row.faults()).containsExactly(doubt);
    }

    @Test
    void aRowThatIsAtFaultAsAWholeHasNoValues() {
        var mapper = new RowMapper(List.of(column(0, "email", null)), "CN", SHANGHAI);
        RowFault ragged = RowFault.ofRow("crm.import.ragged", "2", "1");
        MappedRow row = mapper.map(new FileRow(1, 2, List.of("bad phone"), List.of(ragged)));

        assertThat(row.values()).isEmpty();
        assertThat(row.faults()).containsExactly(ragged);
    }

    @Test
    void longValuesAreShortenedInFaults() {
        assertThat(map("phoneNumber", null, "1".repeat(4000)).faults().get(0).value())
                .hasSize(200);
    }

    @Test
    void longCellsAreReadInNoTime() {
        String hostile = " ".repeat(2000) + "1/".repeat(1000) + " ".repeat(2000) + "x";

        assertThat(Stream.of(StaffField.values()).map(field -> map(field.id(), null, hostile)))
                .hasSize(18);
    }

    private static MappedRow map(String field, @Nullable String transform, String cell) {
        return new RowMapper(List.of(column(0, field, transform)), "CN", SHANGHAI)
                .map(new FileRow(1, 2, List.of(cell), List.of()));
    }

    private static Column column(int index, String field, @Nullable String transform) {
        return new Column(index, "header", field, transform, null, List.of());
    }

    private static Column ignored(int index) {
        return new Column(index, "header", null, null, "crm.import.column-unknown", List.of());
    }
}
