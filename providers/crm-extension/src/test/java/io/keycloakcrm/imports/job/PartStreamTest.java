package io.keycloakcrm.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartStreamTest {

    private final List<Integer> fetched = new ArrayList<>();

    @Test
    void readsPartsAsOneStream() throws IOException {
        try (PartStream stream = stream("abc", "", "de")) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("abcde");
        }
    }

    @Test
    void fetchesAPartOnlyWhenItIsNeeded() throws IOException {
        try (PartStream stream = stream("abc", "de")) {
            assertThat(stream.readNBytes(3)).hasSize(3);

            assertThat(fetched).containsExactly(0);
        }
    }

    @Test
    void readsBytesAboveTheSignBit() throws IOException {
        try (PartStream stream =
                new PartStream(part -> part == 0 ? Optional.of(new byte[] {(byte) 0xff}) : Optional.empty())) {
            assertThat(stream.read()).isEqualTo(0xff);
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    private PartStream stream(String... parts) {
        return new PartStream(part -> {
            fetched.add(part);
            return part < parts.length ? Optional.of(parts[part].getBytes(StandardCharsets.UTF_8)) : Optional.empty();
        });
    }
}
