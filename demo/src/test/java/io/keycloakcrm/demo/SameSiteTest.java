package io.keycloakcrm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameSiteTest {

    @Test
    void servesItsOwnPagesAndScriptsWithoutAPage() {
        assertThat(SameSite.allows(1080, "GET", "127.0.0.1:1080", null)).isTrue();
        assertThat(SameSite.allows(1080, "POST", "localhost:1080", "http://localhost:1080"))
                .isTrue();
        assertThat(SameSite.allows(1080, "DELETE", "127.0.0.1:1080", null)).isTrue();
    }

    @Test
    void refusesAForeignNameThatPointsHere() {
        assertThat(SameSite.allows(1080, "GET", "rebound.example:1080", null)).isFalse();
        assertThat(SameSite.allows(1080, "GET", null, null)).isFalse();
    }

    @Test
    void refusesAChangeSentByAForeignPage() {
        assertThat(SameSite.allows(1080, "POST", "127.0.0.1:1080", "https://evil.example"))
                .isFalse();
        assertThat(SameSite.allows(1080, "POST", "127.0.0.1:1080", "null")).isFalse();
    }
}
