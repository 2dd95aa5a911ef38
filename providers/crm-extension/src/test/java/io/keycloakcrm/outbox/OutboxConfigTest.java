package io.keycloakcrm.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OutboxConfigTest {

    @Test
    void documentsEveryOptionWithItsDefault() {
        assertThat(new OutboxFactory().getConfigMetadata())
                .hasSize(8)
                .allSatisfy(option -> assertThat(option.getHelpText()).endsWith("."))
                .extracting(option -> option.getName() + "=" + option.getDefaultValue())
                .contains("per-second=200", "workers=4", "max-attempts=30");
    }

    @Test
    void refusesMoreWorkersThanAServerHasThreadsFor() {
        assertThatThrownBy(() -> config(17, 1)).hasMessageContaining("workers");
    }

    @Test
    void refusesAPaceOfNothing() {
        assertThatThrownBy(() -> config(1, 0)).hasMessageContaining("per-second");
    }

    private static OutboxConfig config(int workers, int perSecond) {
        return new OutboxConfig(workers, perSecond, 20_000, 300_000, 5_000, new Retry(30_000, 30), 30, false);
    }
}
