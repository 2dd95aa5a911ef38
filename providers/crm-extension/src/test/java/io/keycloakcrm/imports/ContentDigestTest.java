package io.keycloakcrm.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {

    private static final String SHA256 = "RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha-256=:" + SHA256 + ":",
                "md5=:AAAA:, sha-256=:" + SHA256 + ":",
                "sha-256=:" + SHA256 + ":,sha-512=:AAAA:"
            })
    void readsTheDigestAmongOthers(String header) {
        assertThat(ContentDigest.sha256(header))
                .hasValueSatisfying(
                        found -> assertThat(found).isEqualTo(Base64.getDecoder().decode(SHA256)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "sha-256=" + SHA256,
                "sha-512=:" + SHA256 + ":",
                "not-sha-256=:" + SHA256 + ":",
                "sha-256=:AAAA:",
                "sha-256=:A:",
                "sha-256=:====:"
            })
    void findsNoneWhereThereIsNone(@Nullable String header) {
        assertThat(ContentDigest.sha256(header)).isEmpty();
    }

    @Test
    void takesNoLongTimeOverALongHeader() {
        assertThat(ContentDigest.sha256("sha-256=:" + "A".repeat(100_000))).isEmpty();
    }
}
