package io.keycloakcrm.access.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.access.explain.ExplainedGrant.Place;
import io.keycloakcrm.claims.CrmRecord;
import io.keycloakcrm.claims.DepartmentSet;
import io.keycloakcrm.claims.ScopeKey;
import io.keycloakcrm.claims.rules.DepartmentTree;
import io.keycloakcrm.claims.rules.ScopeRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantLinesTest {

    private final Map<String, ScopeRules> roles = new LinkedHashMap<>();
    private ScopeRules own = ScopeRules.NONE;
    private Set<String> departments = Set.of("sales");

    @Test
    void tellsWhichRoleSaysIt() {
        role("rep", "customer", "self");
        role("support", "*", "department");

        assertThat(lines("customer"))
                .containsExactly("rep customer self counts null", "support * department counts null");
    }

    @Test
    void theMostSpecificKeyOfARoleAnswers() {
        role("rep", "*", "all");
        role("rep", "customer", "self");

        assertThat(lines("customer:edit")).containsExactly("rep customer self counts null");
    }

    @Test
    void whatAnotherReachesIsCoveredByIt() {
        role("rep", "*", "self");
        role("finance", "customer", "all");

        assertThat(lines("customer")).containsExactly("rep * self covered all", "finance customer all counts null");
    }

    @Test
    void ofTwoWhoSayTheSameTheSecondIsCovered() {
        role("one", "*", "self");
        role("two", "*", "self");

        assertThat(lines("customer")).containsExactly("one * self counts null", "two * self covered self");
    }

    @Test
    void thePersonsOwnReplacesTheRoles() {
        role("finance", "customer", "all");
        own = ScopeRules.ofUser(List.of("customer=self"));

        assertThat(lines("customer")).containsExactly("null customer self counts null");
    }

    @Test
    void ownDepartmentsOfSomebodyWithoutAnyAreNothing() {
        role("manager", "*", "department");
        departments = Set.of();

        assertThat(lines("customer")).containsExactly("manager * department empty null");
    }

    @Test
    void tellsWhichConditionsARecordMisses() {
        role("east", "*", "custom;departments=sales;regions=east");

        assertThat(tried(new CrmRecord("somebody", "finance", "west")))
                .containsExactly(RecordAnswer.Condition.DEPARTMENT, RecordAnswer.Condition.REGION);
        assertThat(tried(new CrmRecord(null, "sales", "east"))).isEmpty();
    }

    @Test
    void aRecordOfNobodyIsNobodysOwn() {
        role("rep", "*", "self");

        assertThat(tried(new CrmRecord(null, "sales", "east"))).containsExactly(RecordAnswer.Condition.OWNER);
        assertThat(tried(new CrmRecord("me", null, null))).isEmpty();
    }

    private void role(String name, String key, String entry) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        ScopeRules before = roles.getOrDefault(name, ScopeRules.NONE);
        before.entries()
                .forEach((known, entries) -> attributes.put(
                        "crm.scope." + known,
                        entries.stream().map(Object::toString).toList()));
        attributes.put("crm.scope." + key, List.of(entry));
        roles.put(name, ScopeRules.ofRole(attributes));
    }

    private List<String> lines(String key) {
        return new GrantLines(said(key), departments, id -> new Place(id, id))
                .lines().stream()
                        .map(line -> String.join(
                                " ",
                                String.valueOf(line.role()),
                                line.key(),
                                line.scope(),
                                line.effect().wire(),
                                String.valueOf(line.coveredBy())))
                        .toList();
    }

    private List<RecordAnswer.Condition> tried(CrmRecord record) {
        return RecordTry.of(said("customer:view").get(0), "me", record).misses();
    }

    private List<SaidScopes.Said> said(String key) {
        return new SaidScopes(roles, own, new Flat(departments))
                .at(ScopeKey.parse(key).orElseThrow());
    }

    private record Flat(Set<String> own) implements DepartmentTree {

        @Override
        public DepartmentSet withDescendants(Set<String> departmentIds) {
            return DepartmentSet.of(departmentIds);
        }
    }
}
