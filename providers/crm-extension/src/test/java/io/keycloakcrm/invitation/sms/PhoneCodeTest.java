package io.keycloakcrm.invitation.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PhoneCodeTest {

    @RepeatedTest(20)
    void hasSixDigitsAndNoneOfThemAtRest() {
        PhoneCode code = PhoneCode.mint();

        assertThat(code.digits()).matches("\\d{6}");
        assertThat(code.salt() + code.hash()).hasSize(96);
        assertThat(code.toString()).doesNotContain(code.digits());
    }

    @Test
    void isTakenHoweverItIsGrouped() {
        PhoneCode code = PhoneCode.mint();
        String digits = code.digits();

        assertThat(Stream.of(digits, " " + digits + " ", digits.substring(0, 3) + " " + digits.substring(3)))
                .allMatch(typed -> PhoneCode.matches(typed, code.salt(), code.hash()));
        assertThat(Stream.of("", "000", digits + "0", digits.substring(1)))
                .noneMatch(typed -> PhoneCode.matches(typed, code.salt(), code.hash()));
    }

    @Test
    void looksDifferentInEveryRow() {
        PhoneCode code = PhoneCode.mint();

        assertThat(PhoneCode.matches(code.digits(), PhoneCode.mint().salt(), code.hash()))
                .isFalse();
    }
}
