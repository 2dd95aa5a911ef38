package io.keycloakcrm.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.claims.DepartmentSet;
import io.keycloakcrm.claims.Grant;
import io.keycloakcrm.claims.rules.DepartmentTree;
import io.keycloakcrm.claims.rules.ScopeEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeReachTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all | department_tree | true",
                "all | custom;regions=east | true",
                "department_tree | all | false",
                "department_tree | department | true",
                "department | department_tree | false",
                "department | self | false",
                "self | self;regions=east | true",
                "self;regions=east | self | false",
                "self | department | false",
                "custom;departments=a,b | department;departments=a | true",
                "custom;departments=a | department_tree;departments=a | false",
                "department_tree;departments=a,b | department_tree;departments=b | true",
                "department;departments=a | department | false",
                "department | department;departments=a | false",
                "custom;regions=east | department_tree;regions=east | true",
                "custom;regions=east | department | false",
                "custom;departments=a | custom;regions=east | false",
                "custom;departments=a | custom;departments=a;regions=east | true"
            })
    void compares(String wide, String narrow, boolean covers) {
        assertThat(ScopeReach.covers(ScopeEntry.parse(wide), ScopeEntry.parse(narrow)))
                .isEqualTo(covers);
    }

    /** The safe side: what is covered as it is written is covered for whoever has it, wherever he stands. */
    @Test
    void neverCoversWhatReachesFurtherForSomebody() {
        List<Set<String>> people = List.of(Set.of(), Set.of("a"), Set.of("b"), Set.of("a", "b"), Set.of("a1"));
        for (Set<String> own : people) {
            var tree = new SmallTree(own);
            for (ScopeEntry wide : entries()) {
                for (ScopeEntry narrow : entries()) {
                    Optional<Grant> reached = narrow.resolve(tree);
                    if (ScopeReach.covers(wide, narrow) && reached.isPresent()) {
                        assertThat(wide.resolve(tree))
                                .as("%s covers %s for %s", wide, narrow, own)
                                .hasValueSatisfying(grant ->
                                        assertThat(grant.covers(reached.get())).isTrue());
                    }
                }
            }
        }
    }

    private static List<ScopeEntry> entries() {
        List<ScopeEntry> entries = new ArrayList<>(List.of(ScopeEntry.parse("all")));
        for (String level : List.of("self", "department", "department_tree", "custom")) {
            for (String departments : List.of("", ";departments=a", ";departments=a,b", ";departments=a1")) {
                for (String regions : List.of("", ";regions=east", ";regions=east,west")) {
                    if (!level.equals("custom") || !(departments + regions).isEmpty()) {
                        entries.add(ScopeEntry.parse(level + departments + regions));
                    }
                }
            }
        }
        return entries;
    }

    /** Departments a with a1 below it, and b. */
    private record SmallTree(Set<String> own) implements DepartmentTree {

        @Override
        public DepartmentSet withDescendants(Set<String> departmentIds) {
            Set<String> all = new LinkedHashSet<>(departmentIds);
            if (departmentIds.contains("a")) {
                all.add("a1");
            }
            return DepartmentSet.of(all);
        }
    }
}
