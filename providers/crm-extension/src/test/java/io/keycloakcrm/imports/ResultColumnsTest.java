package io.keycloakcrm.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.imports.file.FileRow;
import io.keycloakcrm.imports.file.RowFault;
import io.keycloakcrm.imports.job.Outcome;
import io.keycloakcrm.imports.job.RowResult;
import io.keycloakcrm.imports.mapping.Column;
import io.keycloakcrm.rest.Messages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultColumnsTest {

    private final ResultColumns columns = new ResultColumns(List.of(
            column(0, "crm_result", null),
            column(1, "姓名", "name"),
            column(2, "Password", null),
            column(3, "手机", "phoneNumber"),
            column(4, "备注", null),
            column(5, "crm_error", null)));

    @Test
    void areThoseOfTheFileWithOutcomeAndErrorsLast() {
        assertThat(columns.header()).containsExactly("姓名", "Password", "手机", "备注", "crm_result", "crm_error");
    }

    @Test
    void nameTheColumnOfTelephoneNumbersByItsNewPlace() {
        assertThat(columns.phones()).containsExactly(2);
    }

    @Test
    void repeatNoPasswordAndNoEarlierResult() {
        assertThat(columns.cells(row(), null, Messages.of("en")))
                .containsExactly("王芳", "", "+8613979219825", "=1+1", "", "");
    }

    @Test
    void sayWhoStandsInNoRow() {
        var result = new RowResult(8, 0, Outcome.OFFBOARD, "id", Map.of(), List.of());

        assertThat(columns.cells(Map.of("name", "王芳", "email", "fang@acme.example"), result, Messages.of("en")))
                .containsExactly("王芳", "", "", "", "offboard", "");
    }

    @Test
    void sayWhatIsWrongAndWhere() {
        var fault = RowFault.ofCell("crm.import.duplicate-in-file", 3, "+8613979219825", "4");
        var result = new RowResult(7, 8, Outcome.ERROR, null, Map.of(), List.of(fault));

        List<String> cells = columns.cells(row(), result, Messages.of("en"));

        assertThat(cells.get(4)).isEqualTo("error");
        assertThat(cells.get(5)).startsWith("手机: Row 4 has the same value already.");
    }

    @Test
    void repeatNothingOfARaggedRowThatMayBeThePassword() {
        var longer = ragged("create", "王芳", "x", "secret", "+8613979219825", "", "");
        var shorter = ragged("create", "secret", "+8613979219825", "", "");

        assertThat(columns.cells(longer, null, Messages.of("en"))).containsExactly("王芳", "", "", "", "", "");
        assertThat(columns.cells(shorter, null, Messages.of("en"))).containsOnly("");
    }

    @Test
    void repeatNothingOfARowWithAStrayQuoteWhereThereArePasswords() {
        var row =
                new FileRow(7, 8, List.of("", "王芳", "secret"), List.of(RowFault.ofRow("crm.import.stray-quote", "2")));

        assertThat(columns.cells(row, null, Messages.of("en"))).containsOnly("");
    }

    @Test
    void repeatTheCellsOfASheetThatHasOneWithoutHeading() {
        var row = new FileRow(
                7,
                8,
                List.of("create", "王芳", "secret", "+8613979219825", "x", "", "note"),
                List.of(RowFault.ofRow("crm.import.heading-missing", "G")));

        assertThat(columns.cells(row, null, Messages.of("en")))
                .containsExactly("王芳", "", "+8613979219825", "x", "", "");
    }

    private static FileRow ragged(String... cells) {
        return new FileRow(7, 8, List.of(cells), List.of(RowFault.ofRow("crm.import.row-ragged", "", "")));
    }

    private static FileRow row() {
        return new FileRow(7, 8, List.of("create", "王芳", "secret", "+8613979219825", "=1+1", ""), List.of());
    }

    private static Column column(int index, String header, @Nullable String field) {
        return new Column(index, header, field, null, null, List.of());
    }
}
