package io.keycloakcrm.setup.settings;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A first step of a new colleague.
 *
 * @param label a text, or {@code ${key}} of a localised one
 */
record GettingStarted(@Nullable String label, @Nullable String url) {

    // The realm keeps one in a line, both parts with a bar between.
    private static final Pattern LABEL = Pattern.compile("[^\\p{Cc}|<>]{1,100}");
    private static final String BAR = "|";

    static Stream<GettingStarted> parsed(String line) {
        int bar = line.indexOf(BAR);
        return bar < 0
                ? Stream.empty()
                : Stream.of(new GettingStarted(
                        line.substring(0, bar).strip(), line.substring(bar + 1).strip()));
    }

    void check(String field, Findings findings) {
        if (label == null || !LABEL.matcher(label.strip()).matches()) {
            findings.add(field + ".label", "crm.settings.label-invalid");
        }
        if (url == null || !Findings.isAddress(url.strip())) {
            findings.add(field + ".url", "crm.settings.url-invalid", url);
        }
    }

    String line() {
        return (label == null ? "" : label.strip()) + BAR + (url == null ? "" : url.strip());
    }
}
