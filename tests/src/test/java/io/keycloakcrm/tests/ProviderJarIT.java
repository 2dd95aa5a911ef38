package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jar a user drops into {@code providers/} brings nothing that could clash with the server or another jar. */
final class ProviderJarIT {

    private static List<String> entries = List.of();

    @BeforeAll
    static void read() throws IOException {
        Path jar = Path.of(System.getProperty("crm.test.providers"), "crm-extension.jar");
        try (var file = new JarFile(jar.toFile())) {
            entries = file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    @Test
    void holdsNoClassOutsideItsOwnPackage() {
        assertThat(entries)
                .filteredOn(name -> name.endsWith(".class"))
                .isNotEmpty()
                .filteredOn(name -> !name.startsWith("io/keycloakcrm/"))
                .isEmpty();
    }

    @Test
    void holdsNothingElseButWhatKeycloakOrALibraryLooksForByName() {
        assertThat(entries)
                .filteredOn(name -> !name.matches("(io/keycloakcrm|crm-realm|META-INF|theme-resources|theme)/.*"))
                // TinyPinyin reads its dictionary by this name.
                .containsExactly("tinypinyin/cncity.txt");
    }

    @Test
    void holdsNoEntryTwice() {
        assertThat(entries).doesNotHaveDuplicates();
    }

    @Test
    void isIndexedByKeycloak() {
        // Without it a resource that carries no @Path answers 405.
        assertThat(entries).contains("META-INF/beans.xml");
    }
}
