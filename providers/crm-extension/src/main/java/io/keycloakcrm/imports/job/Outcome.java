package io.keycloakcrm.imports.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of a row, or in a dry run would become of it; the names are part of the API. */
public enum Outcome {
    CREATE,
    UPDATE,
    UNCHANGED,
    OFFBOARD,
    ERROR;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Outcome> byId(String id) {
        return Stream.of(values()).filter(outcome -> outcome.id().equals(id)).findFirst();
    }
}
