package io.keycloakcrm.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTextsTest {

    private static final List<String> WITHOUT_PARAMS = List.of(
            "file-empty",
            "not-text",
            "header-missing",
            "no-rows",
            "unclosed-quote",
            "line-break",
            "undecodable",
            "control-character");
    private static final List<String> WITH_PARAMS = List.of(
            "charset-unknown",
            "delimiter-unknown",
            "header-damaged",
            "too-many-columns",
            "too-many-rows",
            "row-ragged",
            "row-too-long",
            "stray-quote",
            "cell-too-long");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh_CN", "zh_TW"})
    void everyCodeHasItsTextInEveryLanguage(String language) throws Exception {
        TestFile file = TestFile.resource("theme-resources/messages/messages_" + language + ".properties");
        Properties texts = new Properties();
        texts.load(new InputStreamReader(new ByteArrayInputStream(file.bytes()), StandardCharsets.UTF_8));
        assertThat(WITHOUT_PARAMS)
                .allSatisfy(code -> assertThat(filled(texts, code)).isNotBlank().doesNotContain("<1>"));
        assertThat(WITH_PARAMS)
                .allSatisfy(
                        code -> assertThat(filled(texts, code)).contains("<1>").doesNotContain("{"));
    }

    private static String filled(Properties texts, String code) {
        return MessageFormat.format(texts.getProperty("crm.import." + code, ""), "<1>", "<2>");
    }
}
