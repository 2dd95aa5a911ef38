package io.keycloakcrm.demo.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-z0-9.-]*)");

    @ParameterizedTest
    @ValueSource(strings = {"messages_zh_CN", "messages_zh_TW"})
    void areThereInEveryLanguage(String file) throws IOException {
        assertThat(read(file).keySet()).isEqualTo(read("messages").keySet());
    }

    @Test
    void areThereForEveryKeyOfAPage() throws IOException {
        Properties texts = read("messages");
        try (Stream<Path> pages = Files.list(Path.of("src/main/resources/templates"))) {
            assertThat(pages.toList())
                    .isNotEmpty()
                    .allSatisfy(page -> assertThat(KEY.matcher(Files.readString(page))
                                    .results()
                                    .map(match -> match.group(1)))
                            .allMatch(texts::containsKey));
        }
    }

    @Test
    void leaveNoScriptInAPage() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("src/main/resources/templates"))) {
            assertThat(pages)
                    .allSatisfy(page -> assertThat(Files.readString(page))
                            .doesNotContain("<script", "style=", "onclick", "th:utext", "[("));
        }
    }

    private static Properties read(String name) throws IOException {
        var texts = new Properties();
        try (var in = new InputStreamReader(
                TextsTest.class.getResourceAsStream("/" + name + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
