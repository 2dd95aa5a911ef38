package io.keycloakcrm.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {

    @Test
    void has256Bits() {
        assertThat(Base64.getUrlDecoder().decode(Code.mint().secret())).hasSize(32);
    }

    @Test
    void isNeverTheSame() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            codes.add(Code.mint().secret());
        }

        assertThat(codes).hasSize(1_000);
    }

    @Test
    void isFoundAgainByItsHash() {
        Code code = Code.mint();

        assertThat(Code.parse(code.secret()).map(Code::hash)).contains(code.hash());
        assertThat(code.hash()).matches("[0-9a-f]{64}").doesNotContain(code.secret());
    }

    @Test
    void hashesAsSha256Does() {
        Optional<Code> code = Code.parse("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        assertThat(code.map(Code::hash)).contains("0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a");
    }

    @Test
    void doesNotShowItself() {
        Code code = Code.mint();

        assertThat(code.toString()).doesNotContain(code.secret());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
            })
    void takesNothingThatIsNoCode(String text) {
        assertThat(Code.parse(text)).isEmpty();
    }
}
