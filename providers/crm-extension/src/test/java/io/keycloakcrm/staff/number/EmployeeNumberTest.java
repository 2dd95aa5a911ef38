package io.keycloakcrm.staff.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmployeeNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' gh01 '|GH01",
                "ｇｈ０１|GH01",
                "'\u00a0\u3000GH01\u2003'|GH01",
                "gh 01|GH 01",
                "工号1|工号1",
                "' \u3000 '|''"
            })
    void normalises(String written, String number) {
        assertThat(EmployeeNumber.normalize(written)).isEqualTo(number);
    }

    @Test
    void normalisingTwiceChangesNothing() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (Character.isDefined(codePoint) && Character.getType(codePoint) != Character.SURROGATE) {
                String once = EmployeeNumber.normalize("a" + Character.toString(codePoint) + "1");
                assertThat(EmployeeNumber.normalize(once)).isEqualTo(once);
            }
        }
    }

    @Test
    void isOneToThirtyTwoCharacters() {
        assertThat(EmployeeNumber.isValid("1")).isTrue();
        assertThat(EmployeeNumber.isValid("1".repeat(32))).isTrue();
        assertThat(EmployeeNumber.isValid("1".repeat(33))).isFalse();
        assertThat(EmployeeNumber.isValid(" ")).isFalse();
    }

    @Test
    void refusesCharactersNobodySees() {
        assertThat(EmployeeNumber.isValid("GH\u000001")).isFalse();
        assertThat(EmployeeNumber.isValid("GH\u200b01")).isFalse();
    }
}
