package io.keycloakcrm.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemStateTest {

    private static final Fingerprint SHIPPED = Fingerprint.of("this release");
    private static final Fingerprint EARLIER = Fingerprint.of("earlier release");
    private static final Fingerprint CHANGED = Fingerprint.of("administrator");

    @Test
    void whatIsNotThereIsMissingEvenIfItWasAppliedOnce() {
        assertThat(ItemState.of(SHIPPED, null, null)).isEqualTo(ItemState.MISSING);
        assertThat(ItemState.of(SHIPPED, null, SHIPPED)).isEqualTo(ItemState.MISSING);
    }

    @Test
    void whatEqualsTheReleaseIsPresentWhoeverMadeIt() {
        assertThat(ItemState.of(SHIPPED, SHIPPED, null)).isEqualTo(ItemState.PRESENT);
        assertThat(ItemState.of(SHIPPED, SHIPPED, EARLIER)).isEqualTo(ItemState.PRESENT);
    }

    @Test
    void whatIsStillAsAnEarlierReleaseAppliedItIsOutdated() {
        assertThat(ItemState.of(SHIPPED, EARLIER, EARLIER)).isEqualTo(ItemState.OUTDATED);
    }

    @Test
    void whatSomebodyElseMadeOrChangedIsCustomized() {
        assertThat(ItemState.of(SHIPPED, CHANGED, SHIPPED)).isEqualTo(ItemState.CUSTOMIZED);
        assertThat(ItemState.of(SHIPPED, CHANGED, EARLIER)).isEqualTo(ItemState.CUSTOMIZED);
        assertThat(ItemState.of(SHIPPED, CHANGED, null)).isEqualTo(ItemState.CUSTOMIZED);
    }

    @Test
    void isWrittenInLowerCase() {
        assertThat(ItemState.CUSTOMIZED.wire()).isEqualTo("customized");
        assertThat(ItemResult.UNCHANGED.wire()).isEqualTo("unchanged");
    }
}
