package io.keycloakcrm.invitation.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTextTest {

    private static final String ISOLATE = "\u2068";
    private static final String END = "\u2069";

    @Test
    void keepsAWordFromChangingItsSentence() {
        assertThat(ShownText.word("An\u202Ena\u2069\r\nLee\u0007")).isEqualTo(ISOLATE + "Anna Lee" + END);
    }

    @Test
    void keepsAWordFromBeingFilledIn() {
        assertThat(ShownText.word("${title}")).doesNotContain("${");
    }

    @Test
    void keepsNamesOfAllScripts() {
        assertThat(ShownText.word("阿依古丽·买买提")).contains("阿依古丽·买买提");
        assertThat(ShownText.word("محمد")).contains("محمد");
    }

    @Test
    void keepsTheLinesOfABlockAndNothingElseThatIsNotSeen() {
        assertThat(ShownText.block(" a\r\nb\u2028c\u202E\u0000 ")).isEqualTo("a\nb\nc");
        assertThat(ShownText.block(null)).isEmpty();
    }
}
