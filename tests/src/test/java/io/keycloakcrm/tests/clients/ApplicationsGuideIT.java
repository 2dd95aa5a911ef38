package io.keycloakcrm.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide for applications shows is what these tests run. */
final class ApplicationsGuideIT {

    private static final Pattern CODE = Pattern.compile("```(?:js|java)\\n(.+?)```", Pattern.DOTALL);
    private static final Pattern INDENTATION = Pattern.compile("^ +", Pattern.MULTILINE);

    private final Path repository = Path.of(System.getProperty("crm.test.repository"));

    @Test
    void everyPieceOfCodeStandsInAProgram() throws IOException {
        List<String> pieces = CODE.matcher(Files.readString(repository.resolve("docs/guides/applications.md")))
                .results()
                .map(ApplicationsGuideIT::code)
                .toList();
        String programs = programs();

        assertThat(pieces).hasSizeGreaterThan(5);
        assertThat(pieces).filteredOn(piece -> !programs.contains(piece)).isEmpty();
    }

    private String programs() throws IOException {
        var programs = new StringBuilder();
        for (String directory : List.of("clients/node", "java/io/keycloakcrm/tests/clients")) {
            try (Stream<Path> files =
                    Files.walk(repository.resolve("tests/src/test").resolve(directory))) {
                files.filter(file -> file.toString().matches(".*\\.(js|java)"))
                        .map(ApplicationsGuideIT::text)
                        .forEach(programs::append);
            }
        }
        return programs.toString();
    }

    private static String code(MatchResult block) {
        return INDENTATION.matcher(block.group(1)).replaceAll("");
    }

    private static String text(Path file) {
        try {
            return INDENTATION.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
