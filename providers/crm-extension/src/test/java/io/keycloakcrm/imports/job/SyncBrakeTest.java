package io.keycloakcrm.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncBrakeTest {

    @ParameterizedTest
    @CsvSource({
        "0,   0,      false",
        "0,   1,      false",
        "1,   1,      true",
        "1,   19,     true",
        "1,   20,     false",
        "5,   100,    false",
        "6,   100,    true",
        "50,  1000,   false",
        "51,  1000,   true",
        "50,  100000, false",
        "51,  100000, true"
    })
    void holdsAboveFiftyPeopleOrFivePercentOfThem(long absent, long members, boolean holds) {
        assertThat(SyncBrake.holds(absent, members)).isEqualTo(holds);
    }

    @Test
    void knowsFromItsNoticeWhichNumberItWaitsFor() {
        assertThat(SyncBrake.awaited(SyncBrake.notice(1057))).hasValue(1057);
    }

    @Test
    void doesNotWaitWhereTheJobIsPausedForAnotherReason() {
        assertThat(SyncBrake.awaited(Notice.of("crm.import.uploader-lost-right")))
                .isEmpty();
        assertThat(SyncBrake.awaited(null)).isEmpty();
    }
}
