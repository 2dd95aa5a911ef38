package io.keycloakcrm.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFilterTest {

    private static final Columns COLUMNS = Columns.of("c.owner_id", "c.dept_id", "c.region");

    @Test
    void holdsValuesAsParametersOnly() {
        SqlFilter filter = where(
                SqlDialect.STANDARD,
                Grant.self(),
                new Grant(DataScopeLevel.CUSTOM, DepartmentSet.of(List.of("d1", "d2")), Set.of("east' OR '1'='1")));
        assertThat(filter.sql())
                .isEqualTo(
                        "((c.owner_id IS NOT NULL AND c.owner_id = ?)"
                                + " OR (c.dept_id IS NOT NULL AND (c.dept_id IN (?, ?)) AND c.region IS NOT NULL AND c.region = ?))");
        assertThat(filter.parameters()).containsExactly("me", "d1", "d2", "east' OR '1'='1");
    }

    @Test
    void isAlwaysFalseForNothingAndAlwaysTrueForEverything() {
        assertThat(where(SqlDialect.STANDARD)).isEqualTo(new SqlFilter("1 = 0", List.of()));
        assertThat(where(SqlDialect.STANDARD, Grant.self(), Grant.all())).isEqualTo(new SqlFilter("1 = 1", List.of()));
    }

    @Test
    void breaksLongListsForDatabasesThatTakeAThousandAtMost() {
        SqlFilter filter = where(SqlDialect.STANDARD, departments(2_500));
        assertThat(filter.sql().split(" IN ", -1)).hasSize(4);
        assertThat(filter.parameters()).hasSize(2_500);
    }

    @Test
    void asksForDepartmentsOfSeveralGrantsOnce() {
        assertThat(where(SqlDialect.STANDARD, departments(30), departments(40)).parameters())
                .hasSize(40);
    }

    @Test
    void bindsALongListAsOneArrayWhereTheDatabaseKnowsArrays() {
        SqlFilter filter = where(SqlDialect.POSTGRESQL, departments(10_000));
        assertThat(filter.sql()).isEqualTo("((c.dept_id IS NOT NULL AND c.dept_id = ANY (?)))");
        assertThat(filter.parameters()).hasSize(1);
    }

    @Test
    void aConditionOnAColumnThatIsNotThereIsNeverMet() {
        SqlFilter filter = new RecordScope("me", List.of(Grant.self()))
                .where(Columns.of(null, "dept_id", null), SqlDialect.STANDARD);
        assertThat(filter).isEqualTo(new SqlFilter("((1 = 0))", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "owner id", "owner_id --", "a.b.c.d", "1a", "a.", ".a", "lower(a)", "\"a\"", "a\n", "名"
            })
    void takesNothingForAColumnThatIsNotAPlainName(String column) {
        assertThatIllegalArgumentException().isThrownBy(() -> Columns.of(column, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> Columns.of(null, column, null));
        assertThatIllegalArgumentException().isThrownBy(() -> Columns.of(null, null, column));
    }

    private static SqlFilter where(SqlDialect dialect, Grant... grants) {
        return new RecordScope("me", List.of(grants)).where(COLUMNS, dialect);
    }

    private static Grant departments(int count) {
        return new Grant(
                DataScopeLevel.DEPARTMENT,
                DepartmentSet.of(
                        IntStream.range(0, count).mapToObj(n -> "d" + n).toList()),
                null);
    }
}
