package io.keycloakcrm.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The templates of the field are understood without a person's help. */
class SampleMappingTest {

    @ParameterizedTest
    @EnumSource
    void noQuestionIsAsked(SampleFile file) {
        assertThat(file.mapping().questions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void allRowsCanBeRead(SampleFile file) {
        var mapper = new RowMapper(file.mapping().columns(), "CN", ZoneId.of("Asia/Shanghai"));

        assertThat(file.rows()).hasSize(30);
        assertThat(file.rows().stream().map(mapper::map)).allSatisfy(row -> {
            assertThat(row.faults()).isEmpty();
            assertThat(row.values()).containsKeys("email", "lastName", "firstName");
        });
    }

    @Test
    void weCom() {
        assertThat(fields(SampleFile.WECOM))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "姓名*", "name",
                        "英文ID", "username",
                        "职务", "position",
                        "部门*", "department",
                        "手机*", "phoneNumber",
                        "个人邮箱", "email"));
        assertThat(ignored(SampleFile.WECOM))
                .isEqualTo(Map.of("性别", "crm.import.column-unknown", "座机", "crm.import.column-less-specific"));
        assertThat(value(SampleFile.WECOM, 5, "department")).containsExactly("客服中心", "市场部/品牌组");
        assertThat(value(SampleFile.WECOM, 1, "phoneNumber")).containsExactly("+8613979219825");
        assertThat(value(SampleFile.WECOM, 13, "lastName")).containsExactly("诸葛");
        assertThat(value(SampleFile.WECOM, 13, "firstName")).containsExactly("桂秀");
    }

    @Test
    void dingTalk() {
        assertThat(fields(SampleFile.DINGTALK))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "员工UserID", "username",
                        "姓名", "name",
                        "部门(上下级部门以-隔开)", "department department:-",
                        "职位", "position",
                        "是否此部门主管(是/否)", "departmentHead",
                        "手机号", "phoneNumber",
                        "邮箱", "email",
                        "工号", "employeeNumber",
                        "入职时间", "hireDate date:ymd"));
        assertThat(value(SampleFile.DINGTALK, 2, "department")).containsExactly("销售部/华东区/上海组");
        assertThat(value(SampleFile.DINGTALK, 1, "departmentHead")).containsExactly("true");
        assertThat(value(SampleFile.DINGTALK, 1, "hireDate")).containsExactly("2016-09-13");
    }

    @Test
    void feishu() {
        assertThat(fields(SampleFile.FEISHU))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "姓名", "name",
                        "手机号", "phoneNumber",
                        "邮箱", "email",
                        "部门", "department",
                        "工号", "employeeNumber",
                        "职务", "position",
                        "入职日期", "hireDate date:ymd",
                        "直属上级", "manager"));
        assertThat(value(SampleFile.FEISHU, 2, "manager")).containsExactly("周超平");
    }

    @Test
    void excelUnicodeText() {
        assertThat(fields(SampleFile.EXCEL))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "工号", "employeeNumber",
                        "姓名", "name",
                        "部门", "department",
                        "职位", "position",
                        "手机", "phoneNumber",
                        "邮箱", "email",
                        "角色", "roles",
                        "入职日期", "hireDate date:ymd"));
        assertThat(value(SampleFile.EXCEL, 1, "hireDate")).containsExactly("2016-09-13");
        assertThat(value(SampleFile.EXCEL, 1, "roles")).containsExactly("sales-rep");
    }

    @Test
    void googleWorkspace() {
        assertThat(fields(SampleFile.GOOGLE))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "First Name [Required]", "firstName",
                        "Last Name [Required]", "lastName",
                        "Email Address [Required]", "email",
                        "Org Unit Path [Required]", "department",
                        "Mobile Phone", "phoneNumber",
                        "Employee ID", "employeeNumber",
                        "Employee Title", "position",
                        "Manager Email", "manager"));
        assertThat(ignored(SampleFile.GOOGLE))
                .containsEntry("Password [Required]", "crm.import.column-password")
                .containsEntry("Password Hash Function [UPLOAD ONLY]", "crm.import.column-password")
                .containsEntry("New Primary Email [UPLOAD ONLY]", "crm.import.column-unknown")
                .containsEntry("Recovery Phone [MUST BE IN THE E.164 FORMAT]", "crm.import.column-less-specific")
                .containsEntry("Work Phone", "crm.import.column-less-specific")
                .containsEntry("Employee Type", "crm.import.column-unknown")
                .containsEntry("Department", "crm.import.column-less-specific")
                .hasSize(7);
        assertThat(value(SampleFile.GOOGLE, 2, "department")).containsExactly("Sales/EMEA");
    }

    @Test
    void entra() {
        assertThat(fields(SampleFile.ENTRA))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "User name [userPrincipalName] Required", "email",
                        "Block sign in (Yes/No) [accountEnabled] Required", "enabled boolean:inverted",
                        "First name [givenName]", "firstName",
                        "Last name [surname]", "lastName",
                        "Job title [jobTitle]", "position",
                        "Department [department]", "department",
                        "Mobile phone [mobile]", "phoneNumber",
                        "Employee ID [employeeId]", "employeeNumber"));
        assertThat(ignored(SampleFile.ENTRA))
                .isEqualTo(Map.of(
                        "Name [displayName] Required", "crm.import.column-not-needed",
                        "Initial password [passwordProfile] Required", "crm.import.column-password"));
        assertThat(value(SampleFile.ENTRA, 1, "enabled")).containsExactly("true");
        assertThat(value(SampleFile.ENTRA, 6, "enabled")).containsExactly("false");
        assertThat(value(SampleFile.ENTRA, 1, "phoneNumber")).containsExactly("+33618075666");
    }

    @Test
    void okta() {
        assertThat(fields(SampleFile.OKTA))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "login", "username",
                        "firstName", "firstName",
                        "lastName", "lastName",
                        "email", "email",
                        "mobilePhone", "phoneNumber",
                        "title", "position",
                        "department", "department",
                        "employeeNumber", "employeeNumber",
                        "managerId", "manager"));
    }

    @ParameterizedTest
    @EnumSource(names = {"GOOGLE", "ENTRA"})
    void passwordsAreNotEvenShown(SampleFile file) {
        assertThat(file.mapping().columns())
                .filteredOn(column -> "crm.import.column-password".equals(column.ignored()))
                .isNotEmpty()
                .allSatisfy(column -> assertThat(column.samples()).isEmpty());
        assertThat(file.mapping().toString()).doesNotContain("ChangeMe");
    }

    @ParameterizedTest
    @EnumSource
    void knowsTheHeaderRowFromDataRows(SampleFile file) {
        assertThat(file.header().stream().filter(HeaderAliases::knows).count()).isGreaterThanOrEqualTo(6);
        assertThat(file.rows().stream().flatMap(row -> row.cells().stream()).filter(HeaderAliases::knows))
                .isEmpty();
    }

    private static Map<String, String> fields(SampleFile file) {
        return columns(
                file,
                column -> column.field() == null
                        ? null
                        : column.field() + (column.transform() == null ? "" : " " + column.transform()));
    }

    private static Map<String, String> ignored(SampleFile file) {
        return columns(file, Column::ignored);
    }

    private static Map<String, String> columns(SampleFile file, Function<Column, @Nullable String> what) {
        return file.mapping().columns().stream()
                .filter(column -> what.apply(column) != null)
                .collect(Collectors.toMap(Column::header, column -> Objects.requireNonNull(what.apply(column))));
    }

    private static List<String> value(SampleFile file, int row, String field) {
        var mapper = new RowMapper(file.mapping().columns(), "CN", ZoneId.of("Asia/Shanghai"));
        return mapper.map(file.rows().get(row - 1)).values().getOrDefault(field, List.of());
    }
}
