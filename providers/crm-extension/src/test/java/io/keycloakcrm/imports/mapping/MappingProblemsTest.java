package io.keycloakcrm.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingProblemsTest {

    private static final Mapping FILE = new MappingAnalysis(List.of("email", "密码", "备注", "入职日期"), Map.of()).finish();

    @Test
    void aSoundMappingHasNone() {
        assertThat(check(sent(2, "costCenter", null), sent(3, "hireDate", "date:dmy")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2,realmRoles,,crm.import.field-unknown",
        "2,attributes.x,,crm.import.field-unknown",
        "2,email,,crm.import.field-twice",
        "2,department,department:;,crm.import.transform-unknown",
        "2,department,department:,crm.import.transform-unknown",
        "2,department,date:ymd,crm.import.transform-unknown",
        "2,costCenter,date:ymd,crm.import.transform-unknown",
        "3,hireDate,date:ydm,crm.import.transform-unknown",
        "2,enabled,boolean:maybe,crm.import.transform-unknown",
        "1,nickname,,crm.import.column-password",
        "4,nickname,,crm.import.column-unknown-index",
        "-1,nickname,,crm.import.column-unknown-index",
        "0,,,crm.import.key-missing",
        "0,position,,crm.import.key-missing",
    })
    void namesWhatIsWrong(int index, @Nullable String field, @Nullable String transform, String code) {
        assertThat(check(sent(index, field, transform)))
                .extracting(MappingProblem::code)
                .containsExactly(code);
    }

    @Test
    void aColumnIsSentOnce() {
        assertThat(check(sent(2, "position", null), sent(2, "nickname", null)))
                .extracting(MappingProblem::code)
                .containsExactly("crm.import.column-unknown-index");
    }

    @Test
    void thePasswordColumnIsKnownByTheFilesHeader() {
        var disguised = new Column(1, "备注", "nickname", null, null, List.of());

        assertThat(check(disguised)).extracting(MappingProblem::code).containsExactly("crm.import.column-password");
    }

    @Test
    void answersKeepHeaderAndSamplesOfTheFile() {
        Column answered =
                FILE.answered(List.of(sent(2, "position", null))).columns().get(2);

        assertThat(answered).isEqualTo(new Column(2, "备注", "position", null, null, List.of()));
    }

    @Test
    void aColumnLeftOutSaysSo() {
        assertThat(FILE.answered(List.of(sent(3, null, null))).columns().get(3).ignored())
                .isEqualTo("crm.import.column-left-out");
    }

    @Test
    void anOpenDateOrderRemainsAQuestionUntilItIsAnswered() {
        var question = new Question("crm.import.date-ambiguous", List.of(3), DateEvidence.CHOICES);
        var twice = new Question("crm.import.field-twice", List.of(0, 2), List.of("email"));
        var file = new Mapping(FILE.columns(), List.of(question, twice));

        assertThat(file.answered(List.of(sent(3, "hireDate", null))).questions())
                .containsExactly(question);
        assertThat(file.answered(List.of(sent(3, "hireDate", "date:dmy"))).questions())
                .isEmpty();
        assertThat(file.answered(List.of(sent(3, null, null))).questions()).isEmpty();
    }

    private static List<MappingProblem> check(Column... sent) {
        return MappingProblems.check(FILE, List.of(sent), Set.of("costCenter"));
    }

    private static Column sent(int index, @Nullable String field, @Nullable String transform) {
        return new Column(index, "", field, transform, null, List.of());
    }
}
