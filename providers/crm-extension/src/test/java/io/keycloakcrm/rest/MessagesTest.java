package io.keycloakcrm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final Pattern CODE = Pattern.compile("\"(crm\\.[a-z]+\\.[a-z]+(?:-[a-z]+)*)\"");

    /** What looks like a code and is the name of a file, a setting or an attribute. */
    private static final Pattern NO_CODE = Pattern.compile("crm\\.(label|scope|import\\.results).*"
            + "|crm\\.onboarding\\.(terms-version|terms-url|privacy-url|phone|passkeys|getting-started)"
            + "|crm\\.brand\\.(name|logo|color|support)"
            + "|crm\\.invitation\\.(life|copy-link|reminder|per-address-per-day|cool-down|client)");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh_CN", "zh_TW"})
    void everyCodeInTheSourcesHasAText(String language) {
        assertThat(codesInSources())
                .allSatisfy(code -> assertThat(bundle(language)).containsKey(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN", "zh_TW"})
    void everyLanguageHasTheSameTexts(String language) {
        assertThat(bundle(language).keySet()).isEqualTo(bundle("en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN", "zh_TW"})
    void everyLanguageSpeaksOfTheSameValues(String language) {
        Properties english = bundle("en");
        bundle(language)
                .forEach((key, text) -> assertThat(placeholders((String) text))
                        .as(key.toString())
                        .isEqualTo(placeholders(english.getProperty(key.toString()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh_CN", "zh_TW"})
    void everyTextIsAValidPattern(String language) {
        bundle(language)
                .values()
                .forEach(text -> assertThat(new MessageFormat((String) text)).isNotNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN|分页参数不能为负数：-1。",
                "zh-TW,zh;q=0.9|分頁參數不能為負數：-1。",
                "zh-Hant-HK|分頁參數不能為負數：-1。",
                "zh|分页参数不能为负数：-1。",
                "fr-FR,en;q=0.5|The page must not be negative: -1.",
                "de|The page must not be negative: -1.",
                "%%%|The page must not be negative: -1."
            })
    void speaksTheLanguageThatIsAskedFor(String accepted, String text) {
        assertThat(Messages.of(accepted).text("crm.rest.page-negative", "-1")).isEqualTo(text);
    }

    @Test
    void showsTheCodeWhereThereIsNoText() {
        assertThat(Messages.of("en").text("crm.rest.no-such-text")).isEqualTo("crm.rest.no-such-text");
    }

    private static Set<String> codesInSources() {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> CODE.matcher(read(file)).results().map(found -> found.group(1)))
                    .filter(code -> !NO_CODE.matcher(code).matches())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String placeholders(String text) {
        return Pattern.compile("\\{\\d\\}")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .distinct()
                .sorted()
                .collect(Collectors.joining());
    }

    private static Properties bundle(String language) {
        String name = "/theme-resources/messages/messages_" + language + ".properties";
        var properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
