package io.keycloakcrm.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChunkMemoryTest {

    @Test
    void asksForAValueOnce() {
        var asked = new AtomicInteger();
        var memory = new ChunkMemory();

        memory.once(Integer.class, asked::incrementAndGet);

        assertThat(memory.once(Integer.class, asked::incrementAndGet)).isEqualTo(1);
    }
}
