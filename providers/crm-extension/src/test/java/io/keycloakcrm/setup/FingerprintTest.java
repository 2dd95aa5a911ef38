package io.keycloakcrm.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private record Projection(@Nullable String text, Map<String, List<String>> attributes) {}

    @Test
    void isTheSha256OfTheCanonicalJson() {
        assertThat(Fingerprint.of(Map.of()).hex())
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @Test
    void doesNotDependOnTheOrderOfNames() {
        Map<String, List<String>> forward = new LinkedHashMap<>();
        forward.put("a", List.of("1"));
        forward.put("b", List.of("2"));
        Map<String, List<String>> backward = new LinkedHashMap<>();
        backward.put("b", List.of("2"));
        backward.put("a", List.of("1"));

        assertThat(Fingerprint.of(new Projection("x", forward)))
                .isEqualTo(Fingerprint.of(new Projection("x", backward)));
    }

    @Test
    void readsAnAbsentValueLikeOneThatIsNotWritten() {
        assertThat(Fingerprint.of(new Projection(null, Map.of())))
                .isEqualTo(Fingerprint.of(Map.of("attributes", Map.of())));
    }

    @Test
    void tellsDifferentContentApart() {
        assertThat(Fingerprint.of(new Projection("x", Map.of())))
                .isNotEqualTo(Fingerprint.of(new Projection("y", Map.of())));
    }
}
