package io.keycloakcrm.imports.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may happen to people the realm knows and does not know. */
public enum ImportMode {
    /** Only new members; somebody who is there already is an error. */
    CREATE,
    /** New members are created, known ones updated. */
    UPSERT,
    /** Only known members; somebody unknown is an error. */
    UPDATE,
    /** The file is the whole staff: as {@link #UPSERT}, and who stands in no row is off-boarded. */
    SYNC;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ImportMode> byId(String id) {
        return Stream.of(values()).filter(mode -> mode.id().equals(id)).findFirst();
    }
}
