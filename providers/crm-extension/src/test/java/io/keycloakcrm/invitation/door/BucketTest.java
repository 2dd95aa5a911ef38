package io.keycloakcrm.invitation.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakcrm.invitation.door.Allowance.Bucket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketTest {

    private static final Bucket THREE_A_MINUTE_APART = new Bucket("x", 3, Duration.ofMinutes(1));

    @Test
    void givesWhatItHoldsAndThenOneAtATime() {
        long fullAt = 0;
        long now = 1_000_000;
        for (int i = 0; i < 3; i++) {
            assertThat(fullAt).isLessThanOrEqualTo(THREE_A_MINUTE_APART.latestFull(now));
            fullAt = Math.max(fullAt, now) + THREE_A_MINUTE_APART.millisOfOne();
        }
        assertThat(fullAt).isGreaterThan(THREE_A_MINUTE_APART.latestFull(now));
        assertThat(fullAt).isLessThanOrEqualTo(THREE_A_MINUTE_APART.latestFull(now + 60_000));
    }
}
