package io.keycloakcrm.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleFilesTest {

    @ParameterizedTest
    @CsvSource({
        "wecom-gb18030.csv,GB18030,COMMA,3,8",
        "dingtalk-utf8-bom.csv,UTF-8,COMMA,1,10",
        "feishu-utf8.csv,UTF-8,COMMA,1,9",
        "excel-unicode-text.txt,UTF-16LE,TAB,1,8",
        "google-workspace.csv,UTF-8,COMMA,1,15",
        "entra-bulk-create.csv,UTF-8,COMMA,2,10",
        "okta-semicolon-latin.csv,windows-1252,SEMICOLON,1,9"
    })
    void readsEveryRowOfEveryTemplate(String name, String charset, String delimiter, int headerLine, int columns)
            throws Exception {
        TestFile file = TestFile.resource("samples/" + name);
        for (HeaderHint hint : List.of(TestFile.HINT, HeaderHint.none())) {
            FileAnalysis analysis = StaffFile.analyse(file, FileLimits.defaults(), hint);
            assertThat(analysis.dialect()).isEqualTo(new Dialect(charset, character(delimiter), headerLine, false));
            assertThat(analysis.header()).hasSize(columns).noneMatch(heading -> heading.contains("\uFEFF"));
            List<FileRow> rows = file.rows(analysis.dialect());
            assertThat(rows).hasSize(30).allMatch(row -> row.faults().isEmpty());
            assertThat(rows).allMatch(row -> row.line() == headerLine + row.row());
        }
    }

    @Test
    void readsCellsExactly() throws Exception {
        assertThat(TestFile.resource("samples/okta-semicolon-latin.csv")
                        .rows()
                        .get(2)
                        .cells())
                .containsExactly(
                        "staffa002@acme.example",
                        "Siobhán",
                        "O'Brien",
                        "staffa002@acme.example",
                        "",
                        "Account Executive",
                        "Sales/EMEA",
                        "GH01002",
                        "");
        assertThat(TestFile.resource("samples/wecom-gb18030.csv").rows().get(0).cells())
                .startsWith("周超平", "ua000", "大客户经理", "财务部", "男", "+86-13979219825");
        assertThat(TestFile.resource("samples/dingtalk-utf8-bom.csv")
                        .rows()
                        .get(0)
                        .cells())
                .endsWith("试用期,3个月");
    }

    private static char character(String name) {
        return switch (name) {
            case "TAB" -> '\t';
            case "SEMICOLON" -> ';';
            default -> ',';
        };
    }
}
