package io.keycloakcrm.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\r\n \n\t\n", ",,\n,,\n", ";;;\r\n"})
    void emptyOnes(String text) {
        assertRefused(() -> TestFile.of(text).analyse(), "crm.import.file-empty");
    }

    @Test
    void headersWithoutRows() {
        assertRefused(() -> TestFile.of("工号,姓名\n\n , \n").analyse(), "crm.import.no-rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004[Content_Types].xml", "%PDF-1.7\n1 0 obj", "Ð\u00CF\u0011à¡±\u001Aá"})
    void binariesThatAreNoWorkbook(String beginning) {
        assertRefused(() -> TestFile.of(beginning, "ISO-8859-1").analyse(), "crm.import.not-text");
    }

    @Test
    void bytesFullOfControlCharacters() {
        byte[] bytes = new byte[1000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 37);
        }
        assertRefused(() -> new TestFile(bytes).analyse(), "crm.import.not-text");
    }

    @Test
    void filesWithoutALineThatCanBeAHeader() {
        assertRefused(() -> TestFile.of("a,,,,\n,b,,,\n,,c,,\n").analyse(), "crm.import.header-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"姓名,\"部门\"*,手机", "姓名,部门,\"手机"})
    void damagedHeadersRatherThanTakingTheFirstRowForOne(String header) {
        assertRefused(
                () -> TestFile.of("note\n" + header + "\n王,销售,1\n李,财务,2\n").analyse(),
                "crm.import.header-damaged",
                "2");
    }

    @Test
    void delimitersThatNobodyUses() {
        assertRefused(
                () -> StaffFile.analyse(TestFile.of("a\nb"), FileLimits.defaults(), HeaderHint.none(), "UTF-8", '"'),
                "crm.import.delimiter-unknown",
                "\"");
    }

    @Test
    void headersTooWide() {
        assertRefused(() -> TestFile.of("x,y,".repeat(128) + "z\n1\n").analyse(), "crm.import.too-many-columns", "256");
    }

    @Test
    void moreRowsThanAllowed() {
        Dialect dialect = new Dialect("UTF-8", ',', 1, false);
        FileLimits limits = new FileLimits(10, 10, 2);
        assertRefused(() -> TestFile.of("a\n1\n2\n3\n").rows(dialect, limits), "crm.import.too-many-rows", "2");
    }

    @Test
    void filesThatChangedSinceTheyWereAnalysed() {
        Dialect dialect = new Dialect("UTF-8", ',', 7, false);
        assertRefused(() -> TestFile.of("a\n1\n2\n").rows(dialect), "crm.import.header-missing");
    }

    private static void assertRefused(ThrowingCallable reading, String code, String... params) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(FileRefused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.params()).containsExactly(params);
        });
    }
}
