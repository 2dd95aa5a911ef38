package io.keycloakcrm.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartNumbersTest {

    @Test
    void joinsNeighbours() {
        assertThat(PartNumbers.text(List.of(0, 3, 4, 5, 9, 10))).isEqualTo("0, 3–5, 9–10");
    }

    @Test
    void staysShort() {
        List<Integer> odd = IntStream.range(0, 1000).map(i -> 2 * i).boxed().toList();

        assertThat(PartNumbers.text(odd)).startsWith("0, 2, 4, ").endsWith("38, …");
    }
}
