package io.keycloakcrm.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.rest.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "zh-TW"})
    void saysOfEachFindingWhatToDoNext(String language) throws IOException {
        Messages messages = Messages.of(language);

        assertThat(codes())
                .hasSizeGreaterThan(10)
                .allSatisfy(code -> assertThat(messages.text(code + "-next")).isNotEqualTo(code + "-next"));
    }

    private static Set<String> codes() throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/keycloakcrm/access/signin/SignInCheck.java"));
        return Pattern.compile("\"(crm\\.signin\\.[a-z-]+)\"")
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
