package io.keycloakcrm.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyIndexTest {

    private final KeyIndex index = new KeyIndex();

    @Test
    void keepsTheFirstRowOfEachOfAHundredThousandKeys() {
        for (int row = 1; row <= 100_000; row++) {
            assertThat(index.putIfAbsent("key-" + row, row)).isEqualTo(KeyIndex.NONE);
        }
        for (int row = 1; row <= 100_000; row++) {
            assertThat(index.putIfAbsent("key-" + row, 1_000_000)).isEqualTo(row);
        }
    }

    @Test
    void knowsNothingOfAKeyItWasNeverGiven() {
        index.putIfAbsent("a", 1);

        assertThat(index.get(KeyIndex.digest("b"))).isEqualTo(KeyIndex.NONE);
    }

    @Test
    void marksAKeyThatSeveralRowsHave() {
        index.putOrMark("王芳", 1);
        index.putOrMark("王芳", 7);

        assertThat(index.get(KeyIndex.digest("王芳"))).isEqualTo(KeyIndex.SEVERAL);
    }

    @Test
    void doesNotMarkAKeyThatOneRowHasTwice() {
        index.putOrMark("王芳", 1);
        index.putOrMark("王芳", 1);

        assertThat(index.get(KeyIndex.digest("王芳"))).isEqualTo(1);
    }
}
