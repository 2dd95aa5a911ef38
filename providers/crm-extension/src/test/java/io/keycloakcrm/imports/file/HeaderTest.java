package io.keycloakcrm.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderTest {

    @Test
    void isFoundBelowNotes() throws Exception {
        assertThat(TestFile.of("公司通讯录\n\n填写须知：姓名必填,部门可选\n工号,姓名,部门\n1,王,销售\n").analyse())
                .isEqualTo(analysis(',', 4, "工号", "姓名", "部门"));
    }

    @Test
    void isFoundBelowANoteOverSeveralLines() throws Exception {
        TestFile file = TestFile.of("\"1、必填\n2、多个部门用;隔开\n\n3、删除示例\",,\n姓名*,部门*,手机*\n王,销售,1\n");
        assertThat(file.analyse()).isEqualTo(analysis(',', 5, "姓名*", "部门*", "手机*"));
        assertThat(file.rows()).hasSize(1);
    }

    @Test
    void isFoundBelowNotesByItsShapeAlone() throws Exception {
        assertThat(TestFile.of("export of today\nsee the manual\nthird note\nfoo;bar;baz\n1,5;2,5;3,5\n4,5;5;6\n")
                        .analyse())
                .isEqualTo(analysis(';', 4, "foo", "bar", "baz"));
    }

    @Test
    void prefersKnownHeadingsToShape() throws Exception {
        assertThat(TestFile.of("a,b,c\nd,e,f\ng,h,i\n姓名,部门,x,y\n1,2,3,4\n").analyse())
                .isEqualTo(analysis(',', 4, "姓名", "部门", "x", "y"));
    }

    @Test
    void isNotAWholeLineThatBeginsLikeAKnownHeading() throws Exception {
        assertThat(TestFile.of("Name [a],foo [b],bar [c]\n1,2,3\n").analyse())
                .isEqualTo(analysis(',', 1, "Name [a]", "foo [b]", "bar [c]"));
    }

    @Test
    void mayHaveBlankAndRepeatedHeadings() throws Exception {
        assertThat(TestFile.of("foo,foo,,bar\n1,2,3,4\n5,6,7,8\n").analyse())
                .isEqualTo(analysis(',', 1, "foo", "foo", "", "bar"));
    }

    @Test
    void mayBeASingleColumn() throws Exception {
        assertThat(TestFile.of("email\na@acme.example\nb@acme.example\n").analyse())
                .isEqualTo(analysis(',', 1, "email"));
    }

    @Test
    void delimiterNamedByExcelIsTaken() throws Exception {
        assertThat(TestFile.of("sep=|\nfoo|bar\n1,2|3,4\n").analyse()).isEqualTo(analysis('|', 2, "foo", "bar"));
        assertThat(TestFile.of("\"sep=;\"\nfoo;bar\n1,2;3\n").analyse()).isEqualTo(analysis(';', 2, "foo", "bar"));
    }

    @Test
    void delimiterIsFoundDespiteCommasInEveryRow() throws Exception {
        assertThat(TestFile.of("foo\tbar\n\"Müller, Anna\"\tSales, EMEA\nLee, Bo\tSales, APAC\n")
                        .analyse())
                .isEqualTo(analysis('\t', 1, "foo", "bar"));
    }

    @Test
    void delimiterMayBeChosenByAPerson() throws Exception {
        TestFile file = TestFile.of("foo,bar;baz\n1,2;3\n4,5;6\n");
        assertThat(StaffFile.analyse(file, FileLimits.defaults(), HeaderHint.none(), "UTF-8", ';'))
                .isEqualTo(analysis(';', 1, "foo,bar", "baz"));
    }

    @Test
    void ofAFileWithResultsMakesItGuarded() throws Exception {
        FileAnalysis analysis = TestFile.of("'=x,crm_result\n'=1,ok\n").analyse();
        assertThat(analysis.dialect().guarded()).isTrue();
        assertThat(analysis.header()).containsExactly("=x", "crm_result");
    }

    private static FileAnalysis analysis(char delimiter, int line, String... header) {
        return new FileAnalysis(new Dialect("UTF-8", delimiter, line, false), List.of(header));
    }
}
