package io.keycloakcrm.invitation.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    @Test
    void signsAsStandardWebhooksDo() {
        // The example of the specification.
        String signature = SigningKey.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330L, "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "whsec_", "whsec_AAAA", "whsec_not base64 at all, but long enough"})
    void refusesWhatCouldBeGuessedAndDoesNotQuoteIt(String secret) {
        assertThatThrownBy(() -> SigningKey.of(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("long enough")
                .hasMessageContaining("secret");
    }
}
