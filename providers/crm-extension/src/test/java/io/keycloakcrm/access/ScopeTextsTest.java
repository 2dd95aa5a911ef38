package io.keycloakcrm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keycloakcrm.claims.rules.ScopeFault;
import io.keycloakcrm.claims.rules.ScopeRules;
import io.keycloakcrm.claims.rules.ScopeSyntaxException;
import io.keycloakcrm.rest.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScopeTextsTest {

    @ParameterizedTest
    @EnumSource(ScopeFault.class)
    void saysOfEachFaultWhatAndWhere(ScopeFault fault) {
        String text = Messages.of("zh-TW").text(ScopeTexts.code(fault), "customer=x", 7);

        assertThat(text).contains("customer=x", "7");
    }

    @Test
    void countsAsPeopleDo() {
        ScopeSyntaxException fault = catchThrowableOfType(
                ScopeSyntaxException.class, () -> ScopeRules.requireUserValue("customer=departmnt"));

        assertThat(Messages.of("en")
                        .text(ScopeTexts.code(fault.fault()), ScopeTexts.params("customer=departmnt", fault)))
                .isEqualTo(
                        "customer=departmnt: the level at character 10 must be self, department, department_tree, all"
                                + " or custom.");
    }
}
