package io.keycloakcrm.invitation.onboarding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Something to look at on the first day.
 *
 * @param label as it is shown; {@code ${key}} is a text of the message bundles
 * @param url of http or https
 */
public record GettingStartedLink(String label, String url) {

    /** Of a line {@code label|url}; empty if it is none. */
    static Optional<GettingStartedLink> parse(String line) {
        int bar = line.lastIndexOf('|');
        if (bar < 0) {
            return Optional.empty();
        }
        String label = line.substring(0, bar).strip();
        return OnboardingSettings.webAddress(line.substring(bar + 1))
                .filter(url -> !label.isEmpty())
                .map(url -> new GettingStartedLink(label, url));
    }

    static List<GettingStartedLink> parseAll(String lines) {
        return lines.lines()
                .flatMap(line -> parse(line).stream())
                .distinct()
                .limit(OnboardingSettings.MOST_LINKS)
                .toList();
    }

    /** By which it is remembered who has seen it: SHA-256 of the address, in hexadecimal. */
    public String key() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
