package io.keycloakcrm.imports.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** Where a job stands; the names are part of the API. */
public enum ImportState {
    UPLOADED,
    ANALYSED,
    /** The dry run is under way. */
    CHECKING,
    /** The dry run is done; its results stand until the start. */
    CHECKED,
    RUNNING,
    PAUSED,
    COMPLETED,
    CANCELLED,
    FAILED;

    /** States in which mapping and analysis may change. */
    public static final Set<ImportState> OPEN = Set.of(UPLOADED, ANALYSED, CHECKED);

    /** States in which chunks are handed out. */
    public static final Set<ImportState> ACTIVE = Set.of(CHECKING, RUNNING);

    /** States from which a dry run or the start may begin. */
    public static final Set<ImportState> STARTABLE = Set.of(ANALYSED, CHECKED);

    /** States that can still be cancelled. */
    public static final Set<ImportState> UNFINISHED = Set.of(UPLOADED, ANALYSED, CHECKING, CHECKED, RUNNING, PAUSED);

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportState of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
