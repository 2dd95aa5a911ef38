package io.keycloakcrm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void isNewUntilAMailPortIsRemembered() throws IOException {
        try (var data = DataDirectory.open(directory.resolve("first"))) {
            assertThat(data.isNew()).isTrue();

            data.rememberMailPort(2525);

            assertThat(data.isNew()).isFalse();
            assertThat(data.mailPort()).isEqualTo(2525);
        }
    }

    @Test
    void keepsTheDatabaseInside() throws IOException {
        try (var data = DataDirectory.open(directory)) {
            assertThat(data.databaseUrl()).startsWith("jdbc:h2:file:" + directory.resolve("h2"));
        }
    }
}
