package io.keycloakcrm.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.imports.file.FileRow;
import io.keycloakcrm.imports.file.RowFault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingAnalysisTest {

    @Test
    void aFileWithoutAKeyRaisesAQuestion() {
        assertThat(analyse("姓名", "部门").questions())
                .containsExactly(new Question(
                        "crm.import.key-missing", List.of(), List.of("employeeNumber", "email", "username")));
    }

    @Test
    void twoColumnsWithEqualRightRaiseAQuestion() {
        assertThat(analyse("邮箱", "Email", "姓名").questions())
                .containsExactly(new Question("crm.import.field-twice", List.of(0, 1), List.of("email")));
    }

    @Test
    void theMoreTellingColumnHasTheField() {
        Mapping mapping = analyse("个人邮箱", "企业邮箱");

        assertThat(mapping.questions()).isEmpty();
        assertThat(mapping.columns().get(0).ignored()).isEqualTo("crm.import.column-less-specific");
        assertThat(mapping.columns().get(1).field()).isEqualTo("email");
    }

    @Test
    void aPrincipalNameIsTheUsernameWhereThereIsAnAddressAsWell() {
        Mapping mapping = analyse("userPrincipalName", "mail");

        assertThat(mapping.columns()).extracting(Column::field).containsExactly("username", "email");
    }

    @Test
    void aPrincipalNameIsNotNeededWhereBothAreThere() {
        Mapping mapping = analyse("userPrincipalName", "mail", "login");

        assertThat(mapping.columns().get(0).ignored()).isEqualTo("crm.import.column-less-specific");
        assertThat(mapping.questions()).isEmpty();
    }

    @Test
    void aFullNameIsPreferredToHalfAName() {
        assertThat(analyse("email", "姓名", "姓").columns())
                .extracting(Column::field)
                .containsExactly("email", "name", null);
    }

    @Test
    void ourOwnResultsAreIgnored() {
        assertThat(analyse("工号", "crm_result", "crm_error_message").columns())
                .extracting(Column::ignored)
                .containsExactly(null, "crm.import.column-result", "crm.import.column-result");
    }

    @Test
    void columnsThatTheReaderDoubtsAreNotSampled() {
        var analysis = new MappingAnalysis(List.of("email", "姓名"), Map.of());
        analysis.accept(new FileRow(
                1, 2, List.of("a@b.example", "bad"), List.of(RowFault.ofCell("crm.import.bytes", 1, "bad"))));
        analysis.accept(new FileRow(2, 3, List.of("ragged"), List.of(RowFault.ofRow("crm.import.ragged"))));

        assertThat(analysis.finish().columns())
                .extracting(Column::samples)
                .containsExactly(List.of("a@b.example"), List.of());
    }

    @Test
    void samplesAreFewDifferentAndShort() {
        var analysis = new MappingAnalysis(List.of("备注"), Map.of());
        for (int i = 0; i < 100; i++) {
            analysis.accept(new FileRow(i, i, List.of("x".repeat(i)), List.of()));
            analysis.accept(new FileRow(i, i, List.of("y".repeat(4000)), List.of()));
        }

        assertThat(analysis.finish().columns().get(0).samples())
                .hasSize(5)
                .doesNotHaveDuplicates()
                .allSatisfy(sample -> assertThat(sample).hasSizeLessThanOrEqualTo(200));
    }

    @Nested
    class OwnAttributesOfTheRealm {

        private final Map<String, List<String>> own = Map.of("costCenter", List.of("Cost centre", "成本中心"));

        @ParameterizedTest
        @CsvSource({"costCenter", "COSTCENTER", "cost centre", "成本中心", "' 成本中心 '"})
        void matchByNameOrLabel(String header) {
            assertThat(new MappingAnalysis(List.of(header), own)
                            .finish()
                            .columns()
                            .get(0)
                            .field())
                    .isEqualTo("costCenter");
        }

        @Test
        void areAllThatAHeaderCanName() {
            var analysis = new MappingAnalysis(List.of("attributes.role", "realmRoles", "cost_center", "id"), own);

            assertThat(analysis.finish().columns())
                    .allSatisfy(column -> assertThat(column.ignored()).isEqualTo("crm.import.column-unknown"));
        }

        @Test
        void cannotBePasswords() {
            var analysis = new MappingAnalysis(List.of("password"), Map.of("password", List.of()));

            assertThat(analysis.finish().columns().get(0).ignored()).isEqualTo("crm.import.column-password");
        }
    }

    @Nested
    class AVagueHeader {

        @Test
        void countsIfAllCellsFit() {
            assertThat(columnOf("状态", "在职", "离职", "").field()).isEqualTo("employmentStatus");
        }

        @Test
        void isUnknownIfOneDoesNot() {
            assertThat(columnOf("状态", "在职", "未激活").ignored()).isEqualTo("crm.import.column-unknown");
        }
    }

    @Nested
    class DateColumns {

        @ParameterizedTest
        @CsvSource({
            "2016-09-13,2016/9/3,date:ymd",
            "2016年9月13日,20160913,date:ymd",
            "13/09/2016,03/04/2025,date:dmy",
            "09/13/2016,03/04/2025,date:mdy",
            "13.9.2016,2016-09-13,date:dmy",
            "05/05/2025,05/05/2025,date:dmy",
            "rubbish,13/09/16,date:ymd",
        })
        void areSettledByTheWholeColumn(String one, String other, String transform) {
            assertThat(columnOf("入职日期", one, other).transform()).isEqualTo(transform);
        }

        @ParameterizedTest
        @CsvSource({"03/04/2025,2016-09-13", "13/04/2025,04/13/2025"})
        void areAskedAboutWhereTheyCannotBeSettled(String one, String other) {
            assertThat(analyse(List.of("email", "入职日期"), List.of("", one), List.of("", other))
                            .questions())
                    .containsExactly(
                            new Question("crm.import.date-ambiguous", List.of(1), List.of("date:dmy", "date:mdy")));
        }
    }

    private static Column columnOf(String header, String... cells) {
        var analysis = new MappingAnalysis(List.of(header), Map.of());
        for (String cell : cells) {
            analysis.accept(new FileRow(1, 1, List.of(cell), List.of()));
        }
        return analysis.finish().columns().get(0);
    }

    private static Mapping analyse(String... header) {
        return analyse(List.of(header));
    }

    @SafeVarargs
    private static Mapping analyse(List<String> header, List<String>... rows) {
        var analysis = new MappingAnalysis(header, Map.of());
        for (List<String> row : rows) {
            analysis.accept(new FileRow(1, 1, row, List.of()));
        }
        return analysis.finish();
    }
}
