package io.keycloakcrm.imports.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much of a server a job takes. */
public enum Pace {
    /** One chunk at a time on each node, with long rests in between while people sign in there. */
    CONSIDERATE,
    /** All workers of every node, without rest. */
    FULL;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Pace> byId(String id) {
        return Stream.of(values()).filter(pace -> pace.id().equals(id)).findFirst();
    }

    static Pace of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
