package io.keycloakcrm.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.claims.rules.ScopeRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachTest {

    @Test
    void nothingIsWiderThanBeforeWhenAllIsTheSame() {
        assertThat(widened(List.of("customer=department"), List.of("customer=department")))
                .isEmpty();
    }

    @Test
    void aWiderLevelIsWider() {
        assertThat(widened(List.of("customer=self"), List.of("customer=all"))).containsExactly("customer=[all]");
    }

    @Test
    void aNarrowerExceptionIsNotWider() {
        assertThat(widened(List.of("customer=all"), List.of("customer=all", "customer:edit=self")))
                .isEmpty();
    }

    @Test
    void takingAnExceptionAwayIsWider() {
        assertThat(widened(List.of("customer=all", "customer:edit=self"), List.of("customer=all")))
                .containsExactly("customer:edit=[all]");
    }

    @Test
    void takingARestraintFromAPersonIsWiderByWhatTheRolesSay() {
        var role = ScopeRules.ofRole(Map.of("crm.scope.customer", List.of("department_tree")));
        var before = new Reach(List.of(role), ScopeRules.ofUser(List.of("customer=self")));
        var after = new Reach(List.of(role), ScopeRules.NONE);

        assertThat(ScopeLaw.widened(before, after).toString()).isEqualTo("{customer=[department_tree]}");
    }

    @Test
    void aRestraintIsNotWider() {
        var role = ScopeRules.ofRole(Map.of("crm.scope.*", List.of("all")));
        var before = new Reach(List.of(role), ScopeRules.NONE);
        var after = new Reach(List.of(role), ScopeRules.ofUser(List.of("customer=department")));

        assertThat(ScopeLaw.widened(before, after)).isEmpty();
    }

    private static List<String> widened(List<String> before, List<String> after) {
        return ScopeLaw.widened(of(before), of(after)).entrySet().stream()
                .map(Object::toString)
                .toList();
    }

    private static Reach of(List<String> own) {
        return new Reach(List.of(), ScopeRules.ofUser(own));
    }
}
