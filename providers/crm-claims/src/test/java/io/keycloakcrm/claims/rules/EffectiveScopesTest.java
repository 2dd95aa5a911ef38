package io.keycloakcrm.claims.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.claims.CrmRecord;
import io.keycloakcrm.claims.DataScopeLevel;
import io.keycloakcrm.claims.DataScopes;
import io.keycloakcrm.claims.DepartmentSet;
import io.keycloakcrm.claims.Grant;
import io.keycloakcrm.claims.RandomWorld;
import io.keycloakcrm.claims.RecordScope;
import io.keycloakcrm.claims.ScopeKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectiveScopesTest {

    private static final ScopeKey CUSTOMER = new ScopeKey("customer", null);
    private static final ScopeKey CUSTOMER_EDIT = new ScopeKey("customer", "edit");

    private static final Grant DEPARTMENT = new Grant(DataScopeLevel.DEPARTMENT, DepartmentSet.of(List.of("d1")), null);
    private static final Grant TREE =
            new Grant(DataScopeLevel.DEPARTMENT_TREE, DepartmentSet.of(List.of("d1", "d1-below")), null);

    @Test
    void rolesAddUp() {
        assertThat(scopes(role("*", "self"), role("*", "department")).grants())
                .isEqualTo(Map.of(ScopeKey.EVERY_MODULE, List.of(Grant.self(), DEPARTMENT)));
    }

    @Test
    void aKeyThatOneRoleNamesGetsWhatTheOthersSayOfIt() {
        DataScopes scopes = scopes(role("customer", "department"), role("customer:edit", "custom;regions=east"));
        assertThat(scopes.grants().get(CUSTOMER)).containsExactly(DEPARTMENT);
        assertThat(scopes.grants().get(CUSTOMER_EDIT))
                .containsExactly(DEPARTMENT, new Grant(DataScopeLevel.CUSTOM, null, Set.of("east")));
    }

    @Test
    void grantsThatAWiderOneCoversAreDropped() {
        assertThat(scopes(role("*", "department"), role("*", "department_tree"), role("*", "department"))
                        .grants())
                .isEqualTo(Map.of(ScopeKey.EVERY_MODULE, List.of(TREE)));
    }

    @Test
    void aKeyThatSaysWhatAWiderOneSaysIsDropped() {
        assertThat(scopes(role("*", "self"), role("customer", "self"), role("customer:edit", "self"))
                        .grants())
                .containsOnlyKeys(ScopeKey.EVERY_MODULE);
    }

    @Test
    void theOwnAttributeReplacesWhatRolesSayOfTheModuleAndItsOperations() {
        DataScopes scopes = EffectiveScopes.of(
                List.of(role("customer:edit", "all"), role("customer", "all"), role("*", "department")),
                ScopeRules.ofUser(List.of("customer=self")),
                new OneDepartment());
        assertThat(scopes.grantsFor("customer", "edit")).containsExactly(Grant.self());
        assertThat(scopes.grantsFor("customer", "view")).containsExactly(Grant.self());
        assertThat(scopes.grantsFor("lead", "view")).containsExactly(DEPARTMENT);
    }

    @Test
    void aPersonWithoutDepartmentsReachesNothingByThemAndNotWhatAWiderKeyOpens() {
        DataScopes scopes = EffectiveScopes.of(
                List.of(ScopeRules.ofRole(
                        Map.of("crm.scope.*", List.of("all"), "crm.scope.customer", List.of("department_tree")))),
                ScopeRules.NONE,
                new NoDepartment());
        assertThat(scopes.grantsFor("customer", "view")).isEmpty();
        assertThat(scopes.grantsFor("lead", "view")).containsExactly(Grant.all());
    }

    @Test
    void grantsOfTenThousandDepartmentsShareOneList() {
        DataScopes scopes = scopes(
                role("customer", "department_tree"),
                role("lead", "department_tree;regions=east"),
                role("order:view", "department_tree"));
        Grant customer = scopes.grantsFor("customer", "view").get(0);
        Grant order = scopes.grantsFor("order", "view").get(0);
        assertThat(customer.departments()).isSameAs(order.departments());
    }

    @Test
    void theClaimAnswersAsTheRulesDoOneByOne() {
        var world = new RandomWorld();
        for (int i = 0; i < 1_500; i++) {
            List<ScopeRules> roles = world.roles();
            ScopeRules own = world.rules(2);
            DepartmentTree tree = world.tree();
            DataScopes scopes = EffectiveScopes.of(roles, own, tree);
            String what =
                    "seed %d, round %d: roles %s, own %s -> %s".formatted(RandomWorld.SEED, i, roles, own, scopes);
            ScopeKey key = new ScopeKey(world.pick(RandomWorld.MODULES), world.pick(RandomWorld.OPERATIONS));
            RecordScope composed =
                    new RecordScope(RandomWorld.ME, scopes.grantsFor(key.module(), String.valueOf(key.operation())));
            assertThat(world.records(15))
                    .as(what)
                    .allSatisfy(record ->
                            assertThat(composed.includes(record)).isEqualTo(reaches(roles, own, tree, key, record)));
        }
    }

    /** The rule as it is written down, asked anew for each record. */
    private static boolean reaches(
            List<ScopeRules> roles, ScopeRules own, DepartmentTree tree, ScopeKey key, CrmRecord record) {
        List<ScopeRules> asked = own.answer(key).isPresent() ? List.of(own) : roles;
        return asked.stream()
                .flatMap(rules -> rules.answer(key).stream())
                .flatMap(List::stream)
                .flatMap(entry -> entry.resolve(tree).stream())
                .anyMatch(grant -> grant.matches(RandomWorld.ME, record));
    }

    private static DataScopes scopes(ScopeRules... roles) {
        return EffectiveScopes.of(List.of(roles), ScopeRules.NONE, new OneDepartment());
    }

    private static ScopeRules role(String key, String entry) {
        return ScopeRules.ofRole(Map.of("crm.scope." + key, List.of(entry)));
    }

    private record OneDepartment() implements DepartmentTree {

        @Override
        public Set<String> own() {
            return Set.of("d1");
        }

        @Override
        public DepartmentSet withDescendants(Set<String> departmentIds) {
            Set<String> all = new LinkedHashSet<>(departmentIds);
            departmentIds.forEach(id -> all.add(id + "-below"));
            return DepartmentSet.of(all);
        }
    }

    private record NoDepartment() implements DepartmentTree {

        @Override
        public Set<String> own() {
            return Set.of();
        }

        @Override
        public DepartmentSet withDescendants(Set<String> departmentIds) {
            throw new AssertionError("asked below no department");
        }
    }
}
