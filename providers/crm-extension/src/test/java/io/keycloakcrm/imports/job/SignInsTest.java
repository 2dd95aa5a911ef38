package io.keycloakcrm.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SignInsTest {

    private long now = Long.MAX_VALUE - 5; // the clock may pass its end
    private final SignIns signIns = new SignIns(() -> now);

    @Test
    void areNotFrequentWhenThereWereNone() {
        assertThat(signIns.areFrequent()).isFalse();
    }

    @Test
    void areNotFrequentWhenOneAdministratorSignsInToLook() {
        add(SignIns.CROWD - 1);

        assertThat(signIns.areFrequent()).isFalse();
    }

    @Test
    void areFrequentWhenSeveralComeTogether() {
        add(SignIns.CROWD);

        assertThat(signIns.areFrequent()).isTrue();
    }

    @Test
    void areNotFrequentAnyMoreSomeSecondsAfterTheLast() {
        add(100);
        pass(SignIns.RECENT_MILLIS + 1);

        assertThat(signIns.areFrequent()).isFalse();
    }

    @Test
    void areNotFrequentWhenTheyTrickle() {
        for (int i = 0; i < 20; i++) {
            add(1);
            pass(SignIns.RECENT_MILLIS / 2 + 1);
        }

        assertThat(signIns.areFrequent()).isFalse();
    }

    private void add(int number) {
        for (int i = 0; i < number; i++) {
            signIns.add();
        }
    }

    private void pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
