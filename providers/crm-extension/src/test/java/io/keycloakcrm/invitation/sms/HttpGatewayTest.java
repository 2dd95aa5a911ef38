package io.keycloakcrm.invitation.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpGatewayTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sms.example/send",
                "http://127.0.0.1:8080/",
                "http://[::1]:8080/",
                "http://localhost/sms"
            })
    void takesHttpsAndThisMachine(String url) {
        assertThatCode(() -> gateway(url, SECRET)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sms.example/send",
                "ftp://sms.example/",
                "https:/no-host",
                "http://127.0.0.1.sms.example/",
                "file:///etc/passwd",
                "sms.example"
            })
    void refusesWhatOthersCouldRead(String url) {
        assertThatThrownBy(() -> gateway(url, SECRET)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesASecretThatCouldBeGuessed() {
        assertThatThrownBy(() -> gateway("https://sms.example/", "secret"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesASecretToTheVault() {
        assertThatCode(() -> gateway("https://sms.example/", "${vault.sms}")).doesNotThrowAnyException();
        assertThat(HttpGateway.inVault("${vault.sms}")).isTrue();
    }

    @Test
    void printsNoSecret() {
        assertThat(gateway("https://sms.example/", SECRET).toString()).doesNotContain(SECRET);
    }

    private static HttpGateway gateway(String url, String secret) {
        return new HttpGateway(URI.create(url), secret, Duration.ofSeconds(1));
    }
}
