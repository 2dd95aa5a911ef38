package io.keycloakcrm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"*", "customer", "customer:edit", "客户", "客户:导出", "after-sales.v2"})
    void readsBackWhatItWrites(String text) {
        assertThat(ScopeKey.parse(text))
                .hasValueSatisfying(key -> assertThat(key).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "customer:",
                ":edit",
                "*:edit",
                "customer:*",
                "a b",
                "a:b:c",
                "customer=all",
                "a;b",
                "-a"
            })
    void refusesWhatNamesNoModule(String text) {
        assertThat(ScopeKey.parse(text)).isEmpty();
    }

    @Test
    void widensFromOperationToModuleToEverything() {
        ScopeKey module = new ScopeKey("customer", null);
        assertThat(new ScopeKey("customer", "edit").wider()).contains(module);
        assertThat(module.wider()).contains(ScopeKey.EVERY_MODULE);
        assertThat(ScopeKey.EVERY_MODULE.wider()).isEmpty();
    }
}
