package io.keycloakcrm.claims.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keycloakcrm.claims.DataScopeLevel;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeEntryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "self",
                "all",
                "department_tree",
                "department;departments=d1",
                "custom;regions=east",
                "custom;departments=d1,d2;regions=华东,west",
                "self;regions=east"
            })
    void readsBackWhatItWrites(String text) {
        assertThat(ScopeEntry.parse(text)).hasToString(text);
    }

    @Test
    void blanksAndTheOrderOfConditionsDoNotMatter() {
        assertThat(ScopeEntry.parse(" custom ; regions = east , west; departments=d1 "))
                .isEqualTo(new ScopeEntry(DataScopeLevel.CUSTOM, Set.of("d1"), Set.of("east", "west")));
    }

    @ParameterizedTest(name = "''{0}''")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | LEVEL_UNKNOWN       | 0
            Self                                | LEVEL_UNKNOWN       | 0
            ' everything'                       | LEVEL_UNKNOWN       | 1
            self,all                            | LEVEL_UNKNOWN       | 0
            self；regions=east                  | LEVEL_UNKNOWN       | 0
            self;                               | CONDITION_UNKNOWN   | 5
            'self; region=east'                 | CONDITION_UNKNOWN   | 6
            custom;regions                      | VALUE_EMPTY         | 7
            custom;regions=                     | VALUE_EMPTY         | 15
            custom;regions=east,,west           | VALUE_EMPTY         | 20
            custom;regions=east，west           | CHARACTER_FORBIDDEN | 15
            custom;regions=east=west            | CHARACTER_FORBIDDEN | 15
            custom;regions=east;regions=west    | CONDITION_REPEATED  | 20
            all;regions=east                    | ALL_RESTRICTED      | 4
            custom                              | CUSTOM_UNRESTRICTED | 0
            """)
    void refusesNamingTheFaultAndItsPlace(String text, ScopeFault fault, int position) {
        assertThatExceptionOfType(ScopeSyntaxException.class)
                .isThrownBy(() -> ScopeEntry.parse(text))
                .satisfies(e -> {
                    assertThat(e.fault()).isEqualTo(fault);
                    assertThat(e.position()).isEqualTo(position);
                    assertThat(e).hasMessageContaining(fault.text());
                });
    }
}
