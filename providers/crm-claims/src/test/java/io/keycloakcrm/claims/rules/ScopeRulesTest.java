package io.keycloakcrm.claims.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.keycloakcrm.claims.ScopeKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScopeRulesTest {

    private static final ScopeKey CUSTOMER = new ScopeKey("customer", null);
    private static final ScopeKey CUSTOMER_EDIT = new ScopeKey("customer", "edit");

    @Test
    void theMostSpecificKeyOfARoleIsItsWholeAnswer() {
        ScopeRules role = ScopeRules.ofRole(Map.of(
                "crm.scope.*", List.of("all"),
                "crm.scope.customer", List.of("department", "custom;regions=east"),
                "crm.label.en", List.of("Sales")));
        assertThat(role.answer(CUSTOMER_EDIT))
                .contains(List.of(ScopeEntry.parse("department"), ScopeEntry.parse("custom;regions=east")));
        assertThat(role.answeringKey(CUSTOMER_EDIT)).contains(CUSTOMER);
        assertThat(role.answer(new ScopeKey("lead", "view"))).contains(List.of(ScopeEntry.parse("all")));
        assertThat(role.problems()).isEmpty();
    }

    @Test
    void aUserHasAnAnswerPerKeyToo() {
        ScopeRules user = ScopeRules.ofUser(List.of("customer=self", "customer = custom;regions=east", "*=department"));
        assertThat(user.answer(CUSTOMER))
                .contains(List.of(ScopeEntry.parse("self"), ScopeEntry.parse("custom;regions=east")));
    }

    @Test
    void aSlipOfThePenNeverOpensWhatAWiderKeyOpens() {
        ScopeRules role =
                ScopeRules.ofRole(Map.of("crm.scope.*", List.of("all"), "crm.scope.customer", List.of("slef")));
        assertThat(role.answer(CUSTOMER)).contains(List.of());
        assertThat(role.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.attribute()).isEqualTo("crm.scope.customer");
            assertThat(problem.value()).isEqualTo("slef");
            assertThat(problem.cause().fault()).isEqualTo(ScopeFault.LEVEL_UNKNOWN);
        });
        assertThat(ScopeRules.ofUser(List.of("customer=slef")).answer(CUSTOMER)).contains(List.of());
    }

    @Test
    void anAttributeWithoutAValueGrantsNothing() {
        List<String> noValue = Collections.singletonList(null);
        ScopeRules role = ScopeRules.ofRole(Map.of("crm.scope.*", List.of("all"), "crm.scope.customer", noValue));
        assertThat(role.answer(CUSTOMER)).contains(List.of());
        assertThat(role.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.value()).isEmpty());
        assertThat(ScopeRules.ofUser(noValue).problems()).hasSize(1);
    }

    @Test
    void whatCanBeReadStaysBesideWhatCannot() {
        ScopeRules user = ScopeRules.ofUser(List.of("customer=slef", "customer=self", "nonsense", "a b=self"));
        assertThat(user.answer(CUSTOMER)).contains(List.of(ScopeEntry.parse("self")));
        assertThat(user.problems())
                .extracting(problem -> problem.cause().fault())
                .containsExactly(ScopeFault.LEVEL_UNKNOWN, ScopeFault.KEY_MISSING, ScopeFault.KEY_UNKNOWN);
    }

    @Test
    void aLevelWithAConditionIsNotTakenForAKey() {
        assertThatExceptionOfType(ScopeSyntaxException.class)
                .isThrownBy(() -> ScopeRules.requireUserValue("custom;regions=east"))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(ScopeFault.KEY_MISSING));
    }

    @Test
    void validatorsLearnThePlaceInTheWholeText() {
        assertThatNoException().isThrownBy(() -> ScopeRules.requireUserValue("customer:edit=self"));
        assertThatNoException().isThrownBy(() -> ScopeRules.requireRoleValue("crm.scope.*", "all"));
        assertThatExceptionOfType(ScopeSyntaxException.class)
                .isThrownBy(() -> ScopeRules.requireUserValue("customer=custom;regions="))
                .satisfies(e -> assertThat(e.position()).isEqualTo(24));
        assertThatExceptionOfType(ScopeSyntaxException.class)
                .isThrownBy(() -> ScopeRules.requireRoleValue("crm.scope.a b", "all"))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(ScopeFault.KEY_UNKNOWN));
    }
}
