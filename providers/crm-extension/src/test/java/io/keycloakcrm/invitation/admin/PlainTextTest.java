package io.keycloakcrm.invitation.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @Test
    void leavesANameAsItIs() {
        assertThat(PlainText.name("欧阳娜娜")).isEqualTo("欧阳娜娜");
        assertThat(PlainText.name("Zoë O'Neill")).isEqualTo("Zoë O'Neill");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann\r\nBcc: eve@evil.example",
                "Ann\u2028Bcc: eve@evil.example",
                "Ann\u0085 \n\tBcc: eve@evil.example"
            })
    void keepsItOnOneLine(String written) {
        assertThat(PlainText.name(written)).isEqualTo("Ann Bcc: eve@evil.example");
    }

    @Test
    void takesTurnsOfDirectionAway() {
        assertThat(PlainText.name("Ann\u202eexe.gpj\u2066\u200f")).isEqualTo("Annexe.gpj");
    }

    @Test
    void isolatesWhatIsReadFromTheRight() {
        assertThat(PlainText.name("ليلى")).isEqualTo("\u2068ليلى\u2069");
    }

    @Test
    void fillsNothingIn() {
        assertThat(PlainText.name("${client_account}")).isEqualTo("$ {client_account}");
    }

    @Test
    void cutsWhatIsNoName() {
        assertThat(PlainText.name("名".repeat(500))).isEqualTo("名".repeat(100) + "…");
        assertThat(PlainText.name("😀".repeat(101))).isEqualTo("😀".repeat(100) + "…");
    }
}
