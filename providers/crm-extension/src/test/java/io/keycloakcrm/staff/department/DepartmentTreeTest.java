package io.keycloakcrm.staff.department;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DepartmentTreeTest {

    private final DepartmentTree tree = new DepartmentTree(
            "root",
            Stream.of(
                    new DepartmentTree.Node("sales", "Sales", "root"),
                    new DepartmentTree.Node("east", "East", "sales"),
                    new DepartmentTree.Node("other", "Other", "")));

    @Test
    void claimsADepartmentWithAllBelow() {
        assertThat(tree.claimed("sales").ids()).containsExactly("sales", "east");
    }

    @Test
    void makesTheSetOfASubtreeOnce() {
        assertThat(tree.claimed("sales")).isSameAs(tree.claimed("sales"));
    }

    @Test
    void claimsWhatItDoesNotKnowAsItIs() {
        assertThat(tree.claimed("elsewhere").ids()).containsExactly("elsewhere");
        assertThat(tree.claimed("other").ids()).containsExactly("other");
    }

    @Test
    void keepsNotEverySubtreeOfATreeThatIsOneLongBranch() {
        DepartmentTree branch = new DepartmentTree(
                "d0",
                IntStream.range(0, 2_000)
                        .mapToObj(depth -> new DepartmentTree.Node("d" + (depth + 1), "D", "d" + depth)));

        branch.all().forEach(department -> branch.claimed(department.id()));

        assertThat(branch.claimed("d2000")).isNotSameAs(branch.claimed("d2000"));
        assertThat(branch.claimed("d2000").ids()).containsExactly("d2000");
    }
}
