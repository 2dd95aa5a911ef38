package io.keycloakcrm.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GrantTest {

    private static final CrmRecord MINE_IN_EAST = new CrmRecord("me", "d1", "east");

    @Test
    void selfReachesWhatThePersonOwns() {
        assertThat(Grant.self().matches("me", MINE_IN_EAST)).isTrue();
        assertThat(Grant.self().matches("you", MINE_IN_EAST)).isFalse();
    }

    @Test
    void everyConditionHasToBeMet() {
        Grant grant = custom(DepartmentSet.of(List.of("d1", "d2")), Set.of("east"));
        assertThat(grant.matches("me", MINE_IN_EAST)).isTrue();
        assertThat(grant.matches("me", new CrmRecord("me", "d1", "west"))).isFalse();
        assertThat(grant.matches("me", new CrmRecord("me", "d3", "east"))).isFalse();
    }

    @Test
    void aRecordWithoutAnAttributeMeetsNoConditionOnIt() {
        CrmRecord bare = new CrmRecord(null, null, null);
        assertThat(Grant.self().matches("me", bare)).isFalse();
        assertThat(custom(DepartmentSet.of(List.of("d1")), null).matches("me", bare))
                .isFalse();
        assertThat(custom(null, Set.of("east")).matches("me", bare)).isFalse();
        assertThat(Grant.all().matches("me", bare)).isTrue();
    }

    @Nested
    class IsNeverMade {

        @Test
        void ofAnEmptyListWhichWouldBeNoCondition() {
            assertThatIllegalArgumentException().isThrownBy(() -> custom(null, Set.of()));
            assertThatIllegalArgumentException().isThrownBy(() -> DepartmentSet.of(List.of()));
        }

        @Test
        void customWithoutConditions() {
            assertThatIllegalArgumentException().isThrownBy(() -> custom(null, null));
        }

        @Test
        void ofDepartmentsThatAreNotNamed() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Grant(DataScopeLevel.DEPARTMENT_TREE, null, Set.of("east")));
        }

        @Test
        void ofAllWithConditions() {
            assertThatIllegalArgumentException().isThrownBy(() -> new Grant(DataScopeLevel.ALL, null, Set.of("east")));
        }
    }

    @Nested
    class Covering {

        @Test
        void aCoveringGrantReachesWhateverTheOtherReaches() {
            var world = new RandomWorld();
            for (int i = 0; i < 3_000; i++) {
                Grant wide = world.grant();
                Grant narrow = world.grant();
                if (wide.covers(narrow)) {
                    assertThat(world.records(30))
                            .as("seed %d, round %d: %s covers %s", RandomWorld.SEED, i, wide, narrow)
                            .filteredOn(record -> narrow.matches(RandomWorld.ME, record))
                            .allMatch(record -> wide.matches(RandomWorld.ME, record));
                }
            }
        }

        @Test
        void departmentsDoNotCoverWhatIsOnesOwnElsewhere() {
            Grant departments = custom(DepartmentSet.of(List.of("d1")), null);
            assertThat(departments.covers(Grant.self())).isFalse();
            assertThat(departments.covers(new Grant(DataScopeLevel.SELF, DepartmentSet.of(List.of("d1")), null)))
                    .isTrue();
        }

        @Test
        void whatIsLeftReachesTheSameRecords() {
            var world = new RandomWorld();
            for (int i = 0; i < 1_000; i++) {
                Grants grants =
                        new Grants(List.of(world.grant(), world.grant(), world.grant(), world.grant(), world.grant()));
                assertThat(world.records(30))
                        .as("seed %d, round %d: %s", RandomWorld.SEED, i, grants)
                        .allSatisfy(record -> {
                            boolean before = reaches(grants, record);
                            assertThat(reaches(grants.withoutCovered(), record)).isEqualTo(before);
                            assertThat(reaches(grants.joined(), record)).isEqualTo(before);
                        });
            }
        }

        @Test
        void grantsThatDifferInTwoConditionsStayApart() {
            var grants = new Grants(List.of(
                    custom(DepartmentSet.of(List.of("d1")), Set.of("east")),
                    custom(DepartmentSet.of(List.of("d2")), Set.of("west"))));
            assertThat(grants.joined()).isEqualTo(grants);
        }

        private boolean reaches(Grants grants, CrmRecord record) {
            return grants.list().stream().anyMatch(grant -> grant.matches(RandomWorld.ME, record));
        }
    }

    private static Grant custom(@Nullable Departments departments, @Nullable Set<String> regions) {
        return new Grant(DataScopeLevel.CUSTOM, departments, regions);
    }
}
