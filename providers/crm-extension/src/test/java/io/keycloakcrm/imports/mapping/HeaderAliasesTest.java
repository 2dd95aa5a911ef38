package io.keycloakcrm.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderAliasesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "employee_id|employeeNumber",
                "Employee No.|employeeNumber",
                "＊工號（必填）|employeeNumber",
                "【必填】工号|employeeNumber",
                "E-Mail Required|email",
                "邮箱/Email|email",
                "姓名 Name|name",
                "手机号码(必填)|phoneNumber",
                "行動電話|phoneNumber",
                "到職日|hireDate",
                "Reports to|manager",
                "Account enabled|enabled",
                "有效期至|validUntil",
            })
    void knowsWhatPeopleWrite(String header, String field) {
        assertThat(HeaderAliases.aliases(header).get(0).field()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HR联系电话", "紧急联系人电话", "New Primary Email", "周超平", "1", "", "***", "部门负责人"})
    void doesNotGuess(String header) {
        assertThat(HeaderAliases.knows(header)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"密码", "初始密碼", "Initial Password [passwordProfile]", "PWD", "ｐａｓｓｗｏｒｄ", "pass word", "用户密码(必填)"})
    void recognisesPasswords(String header) {
        assertThat(HeaderAliases.isPassword(header)).isTrue();
        assertThat(HeaderAliases.knows(header)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "部门(上下级部门以-隔开)|department:-",
                "部门（多个用;隔开，上下级用“>”分隔）|department:>",
                "Department (levels separated by \"\\\")|department:\\",
                "部门(上级用/隔开)|''",
                "部门|''",
            })
    void takesTheSeparatorFromTheHint(String header, String transform) {
        assertThat(HeaderAliases.aliases(header).get(0).transform()).isEqualTo(transform.isEmpty() ? null : transform);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Block sign in (Yes/No) [accountEnabled] Required|boolean:inverted",
                "阻止登录(是/否) [accountEnabled] 必需|boolean:inverted",
                "Block sign in|boolean:inverted",
                "禁用|boolean:inverted",
                "accountEnabled|''",
            })
    void tellsBlockingFromEnabling(String header, String transform) {
        Alias alias = HeaderAliases.aliases(header).get(0);

        assertThat(alias.field()).isEqualTo("enabled");
        assertThat(alias.transform()).isEqualTo(transform.isEmpty() ? null : transform);
    }
}
