package io.keycloakcrm.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InvitationTermsTest {

    @Test
    void lastThreeDaysUnlessSaidOtherwise() {
        assertThat(InvitationTerms.plain().life()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void lastAnHourToThirtyDays() {
        assertThatCode(() -> lasting(Duration.ofHours(1))).doesNotThrowAnyException();
        assertThatCode(() -> lasting(Duration.ofDays(30))).doesNotThrowAnyException();
        assertThatThrownBy(() -> lasting(Duration.ofMinutes(59))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lasting(Duration.ofDays(31))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lasting(Duration.ofDays(-3))).isInstanceOf(IllegalArgumentException.class);
    }

    private static InvitationTerms lasting(Duration life) {
        return new InvitationTerms(life, Source.MANUAL, null, null, null, null);
    }
}
