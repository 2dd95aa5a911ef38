package io.keycloakcrm.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.imports.file.FileRow;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTemplateTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh", "zh-TW", "zh-Hant-HK", "en", "fr"})
    void isUnderstoodWithoutAQuestion(String locale) {
        ImportTemplate template = ImportTemplate.of(Locale.forLanguageTag(locale), List.of("costCenter"));
        var analysis = new MappingAnalysis(template.header(), Map.of("costCenter", List.of()));
        var row = new FileRow(1, 2, template.example(), List.of());
        analysis.accept(row);
        Mapping mapping = analysis.finish();
        MappedRow mapped = new RowMapper(mapping.columns(), "CN", ZoneOffset.UTC).map(row);

        assertThat(mapping.questions()).isEmpty();
        assertThat(mapping.columns())
                .allSatisfy(column -> assertThat(column.field()).isNotNull());
        assertThat(mapped.faults()).isEmpty();
        assertThat(mapped.values()).containsKeys("email", "firstName", "lastName", "validUntil");
    }

    @Test
    void speaksTheReadersLanguage() {
        assertThat(ImportTemplate.of(Locale.SIMPLIFIED_CHINESE, List.of()).header())
                .contains("手机号");
        assertThat(ImportTemplate.of(Locale.TRADITIONAL_CHINESE, List.of()).header())
                .contains("手機號碼");
        assertThat(ImportTemplate.of(Locale.FRENCH, List.of()).header()).contains("Phone number");
    }
}
