package io.keycloakcrm.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;

/** What a server has written so far. */
public record ServerLog(Path file) {

    private static final int TAIL = 60;
    private static final Pattern MOMENT = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,");

    public List<String> lines() {
        try {
            // A line that is just being written may end within a character: decoding must not fail on it.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the last line was written, by the clock of the server. */
    public LocalDateTime lastMoment() {
        return lines().stream()
                .filter(line -> MOMENT.matcher(line).find())
                .map(line -> LocalDateTime.parse(line.substring(0, 19).replace(' ', 'T')))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException(file + " has no line with a time"));
    }

    /** The last lines, for the message of a failure. */
    String tail() {
        List<String> lines = lines();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }
}
