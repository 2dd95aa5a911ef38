package io.keycloakcrm.invitation.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://crm.example/", "http://localhost:8080/app?a=b", "https://[::1]:8443/x"})
    void pagesAreWhereABrowserIsSent(String address) {
        assertThat(Destination.isPlain(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt://crm.example/%0aalert(1)",
                "data:text/html,x",
                "//crm.example/",
                "/app",
                "app://callback",
                "https://crm.example@evil.example/",
                "https://a@b@crm.example/",
                "https:///app",
                "https:crm.example",
                "https://crm.example\\@evil.example/",
                "https://crm.example/\r\nX: y",
                " https://crm.example/",
                ""
            })
    void nothingElseIs(String address) {
        assertThat(Destination.isPlain(address)).isFalse();
    }
}
