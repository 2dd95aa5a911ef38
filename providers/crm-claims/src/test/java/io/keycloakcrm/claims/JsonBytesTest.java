package io.keycloakcrm.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonBytesTest {

    static List<Object> values() {
        return List.of(
                "",
                "plain",
                "quote \" and \\ and / and \b\t\n\f\r and \u0001\u001f\u007f",
                "é ü 销售部/华东区 \u2028 😀",
                1,
                List.of(),
                List.of("a"),
                List.of("a", List.of("b", 1)),
                Map.of(),
                Map.of("k\"", Map.of("销", List.of("x", "y"))),
                Json.resource("sales-rep.json"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void countsWhatJacksonWrites(Object value) {
        assertThat(new JsonBytes().of(value)).isEqualTo(Json.bytes(value).length);
    }
}
