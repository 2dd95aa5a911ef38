package io.keycloakcrm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderJarTest {

    private static final FileTime EARLIER = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path directory;

    private Path built = Path.of("");
    private Path installed = Path.of("");

    @BeforeEach
    void installOnce() throws IOException {
        built = Files.writeString(directory.resolve("built.jar"), "one");
        installed = Files.createDirectories(directory.resolve("providers")).resolve("keycloak-crm.jar");
        new ProviderJar(built).install(directory);
        Files.setLastModifiedTime(installed, EARLIER);
    }

    @Test
    void leavesAnEqualJarUntouchedSoThatKeycloakNeedNotBuildItselfAnew() throws IOException {
        new ProviderJar(built).install(directory);

        assertThat(Files.getLastModifiedTime(installed)).isEqualTo(EARLIER);
    }

    @Test
    void replacesAnOutdatedJarAndLeavesNothingElseBehind() throws IOException {
        Files.writeString(built, "two");

        new ProviderJar(built).install(directory);

        assertThat(installed).hasContent("two");
        assertThat(directory.resolve("providers")).isDirectoryContaining(installed::equals);
        try (var files = Files.list(directory.resolve("providers"))) {
            assertThat(files).hasSize(1);
        }
    }
}
