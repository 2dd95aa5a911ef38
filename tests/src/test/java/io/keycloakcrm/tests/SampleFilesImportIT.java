package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files in the shape of the templates that companies have, one after the other into one realm: the same thirty seats,
 * recognised by e-mail address.
 */
@WithKeycloak
final class SampleFilesImportIT {

    private static final int SEATS = 30;
    private static final Map<String, Object> BY_EMAIL =
            Map.of("mode", "upsert", "key", "email", "createDepartments", true, "invite", false);

    private final RealmApi realm;
    private final Map<Sample, ImportApi> imports = new EnumMap<>(Sample.class);

    SampleFilesImportIT(Crm crm) {
        this.realm = crm.newRealm();
    }

    enum Sample {
        WECOM("wecom-gb18030.csv", "GB18030", ",", 3),
        WECOM_AGAIN("wecom-gb18030.csv", "GB18030", ",", 3),
        DINGTALK("dingtalk-utf8-bom.csv", "UTF-8", ",", 1),
        FEISHU("feishu-utf8.csv", "UTF-8", ",", 1),
        EXCEL("excel-unicode-text.txt", "UTF-16LE", "\t", 1),
        GOOGLE("google-workspace.csv", "UTF-8", ",", 1),
        ENTRA("entra-bulk-create.csv", "UTF-8", ",", 2),
        OKTA("okta-semicolon-latin.csv", "windows-1252", ";", 1);

        private final String file;
        private final String charset;
        private final String delimiter;
        private final int headerRow;

        Sample(String file, String charset, String delimiter, int headerRow) {
            this.file = file;
            this.charset = charset;
            this.delimiter = delimiter;
            this.headerRow = headerRow;
        }
    }

    @BeforeAll
    void importAllInTurn() {
        for (Sample sample : Sample.values()) {
            byte[] content = TestData.bytes("samples/" + sample.file);
            imports.put(sample, ImportApi.uploaded(realm, sample.file, content).completed(BY_EMAIL));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isReadAsItWasWritten(Sample sample) {
        JsonNode analysis = analysis(sample);

        assertThat(analysis.path("charset").asText()).isEqualTo(sample.charset);
        assertThat(analysis.path("delimiter").asText()).isEqualTo(sample.delimiter);
        assertThat(analysis.path("headerRow").asInt()).isEqualTo(sample.headerRow);
    }

    @ParameterizedTest
    @EnumSource
    void needsNoAnswerOfAPerson(Sample sample) {
        assertThat(analysis(sample).path("questions")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void importsEveryRow(Sample sample) {
        assertThat(of(sample).errorCodes()).isEmpty();
        assertThat(of(sample).count("rows")).isEqualTo(SEATS);
        assertThat(of(sample).count("failed")).isZero();
    }

    @Test
    void createsEachSeatOnce() {
        assertThat(of(Sample.WECOM).count("created")).isEqualTo(SEATS);
        assertThat(Sample.values())
                .filteredOn(sample -> sample != Sample.WECOM)
                .allSatisfy(sample -> assertThat(of(sample).count("created")).isZero());
        assertThat(realm.get("crm/staff?max=1").expect(200).json().path("total").asInt())
                .isEqualTo(SEATS);
    }

    @Test
    void changesNothingTheSecondTime() {
        assertThat(of(Sample.WECOM_AGAIN).count("unchanged")).isEqualTo(SEATS);
    }

    @ParameterizedTest
    @EnumSource(names = {"GOOGLE", "ENTRA"})
    void neverImportsPasswords(Sample sample) {
        List<JsonNode> passwords = columns(sample).stream()
                .filter(column -> column.path("header").asText().contains("assword ["))
                .toList();

        assertThat(passwords).isNotEmpty().allSatisfy(column -> {
            assertThat(column.path("ignored").asText()).isEqualTo("crm.import.column-password");
            assertThat(column.path("field").isTextual()).isFalse();
            assertThat(column.path("samples")).isEmpty();
        });
    }

    @Test
    void blocksTheSignInOfWhomTheFileBlocks() {
        assertThat(staff("staffa027@acme.example").path("enabled").asBoolean(true))
                .isFalse();
        assertThat(staff("staffa026@acme.example").path("enabled").asBoolean(false))
                .isTrue();
    }

    @Test
    void findsTheManagerWhereverInTheFile() {
        assertThat(staff("staffa001@acme.example").path("manager").path("id").asText())
                .isEqualTo(staff("staffa000@acme.example").path("id").asText())
                .isNotEmpty();
    }

    private ImportApi of(Sample sample) {
        return Objects.requireNonNull(imports.get(sample));
    }

    private JsonNode analysis(Sample sample) {
        return of(sample).json().path("analysis");
    }

    private List<JsonNode> columns(Sample sample) {
        return StreamSupport.stream(analysis(sample).path("columns").spliterator(), false)
                .toList();
    }

    private JsonNode staff(String email) {
        JsonNode found = realm.get("crm/staff?search=" + email).expect(200).json();
        assertThat(found.path("total").asInt()).isEqualTo(1);
        return found.path("items").path(0);
    }
}
