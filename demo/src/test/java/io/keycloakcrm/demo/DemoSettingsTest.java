package io.keycloakcrm.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSettingsTest {

    @Test
    void readsARelativeDataDirectoryFromWhereTheCommandWasTyped() {
        assertThat(DemoSettings.from(properties("8080", "kept")).data())
                .isAbsolute()
                .endsWithRaw(Path.of("kept"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "http", "-1", "99999999999"})
    void refusesWhatIsNoPort(String port) {
        assertThatThrownBy(() -> DemoSettings.from(properties(port, "kept")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("-Drun.port=" + port);
    }

    @Test
    void refusesAnOptionWithoutAValue() {
        assertThatThrownBy(() -> DemoSettings.from(properties("8080", " ")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("-Drun.data");
    }

    private static Properties properties(String port, String data) {
        var properties = new Properties();
        properties.setProperty("run.keycloak", "keycloak");
        properties.setProperty("run.extension", "extension.jar");
        properties.setProperty("run.application", "application.jar");
        properties.setProperty("run.data", data);
        properties.setProperty("run.port", port);
        properties.setProperty("run.app.port", "8081");
        properties.setProperty("run.management.port", "9000");
        properties.setProperty("run.smtp.port", "1025");
        properties.setProperty("run.inbox.port", "1080");
        return properties;
    }
}
