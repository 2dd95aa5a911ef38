package io.keycloakcrm.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as the inbox shows it.
 *
 * @param id never used twice within a run, higher for later messages
 * @param text the plain text part
 * @param html the HTML part, as the sender wrote it: hostile until shown otherwise
 * @param attachments file names only
 */
record Letter(
        long id,
        String from,
        List<String> to,
        String subject,
        Instant receivedAt,
        @Nullable String text,
        @Nullable String html,
        List<String> attachments) {

    Letter {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }
}
