package io.keycloakcrm.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingMessagesTest {

    private static final String[] CODES = {
        "key-missing",
        "field-twice",
        "date-ambiguous",
        "column-unknown",
        "column-less-specific",
        "column-not-needed",
        "column-password",
        "column-result",
        "column-left-out",
        "column-unknown-index",
        "field-unknown",
        "transform-unknown",
        "date-invalid",
        "boolean-invalid",
        "department-invalid",
        "status-invalid",
        "phone-invalid",
        "employee-number-invalid",
        "value-blank",
    };

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh_CN", "zh_TW"})
    void everyCodeHasAText(String locale) throws IOException {
        var texts = new Properties();
        String bundle = "/theme-resources/messages/messages_" + locale + ".properties";
        try (var stream = Objects.requireNonNull(getClass().getResourceAsStream(bundle))) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }

        assertThat(CODES)
                .allSatisfy(code -> assertThat(MessageFormat.format(texts.getProperty("crm.import." + code, ""), "42"))
                        .isNotBlank()
                        .doesNotContain("{", "''"));
    }
}
