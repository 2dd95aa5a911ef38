package io.keycloakcrm.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PartPlanTest {

    private static final int SIZE = 64 * 1024;

    @Test
    void leavesTheLastPartWhatRemains() {
        var plan = new PartPlan(2L * SIZE + 1, SIZE);

        assertThat(plan.parts()).isEqualTo(3);
        assertThat(plan.bytesOf(1)).isEqualTo(SIZE);
        assertThat(plan.bytesOf(2)).isEqualTo(1);
    }

    @Test
    void fillsTheLastPartOfAFileThatIsAMultiple() {
        var plan = new PartPlan(2L * SIZE, SIZE);

        assertThat(plan.parts()).isEqualTo(2);
        assertThat(plan.bytesOf(1)).isEqualTo(SIZE);
    }

    @Test
    void hasNoPartBeyondItsEnds() {
        var plan = new PartPlan(1, SIZE);

        assertThat(plan.has(0)).isTrue();
        assertThat(plan.has(1)).isFalse();
        assertThat(plan.has(-1)).isFalse();
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(new PartPlan(4L * SIZE, SIZE).missing(Set.of(1, 3))).containsExactly(0, 2);
    }

    @Test
    void countsBeyondTwoGibibytes() {
        var plan = new PartPlan(3L << 30, PartPlan.MAX_PART_BYTES);

        assertThat(plan.parts()).isEqualTo(615);
        assertThat(plan.bytesOf(614)).isEqualTo((int) ((3L << 30) - 614L * PartPlan.MAX_PART_BYTES));
    }
}
