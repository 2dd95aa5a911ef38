package io.keycloakcrm.imports.job;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Keeps a file that is not the whole company from emptying it: many absentees need somebody who says their number. */
public final class SyncBrake {

    private static final String CODE = "crm.import.sync-brake";

    /** More people than this are never off-boarded unasked. */
    private static final long MOST_PEOPLE = 50;

    /** Nor a larger share of the members. */
    private static final long MOST_PERCENT = 5;

    private SyncBrake() {}

    /** Whether so many absentees among so many members, themselves included, need a confirmation. */
    static boolean holds(long absent, long members) {
        return absent > MOST_PEOPLE || absent * 100 > members * MOST_PERCENT;
    }

    static Notice notice(long absent) {
        return Notice.of(CODE, String.valueOf(absent));
    }

    /** The number that must be confirmed; empty if the job waits for something else. */
    public static OptionalLong awaited(@Nullable Notice notice) {
        return notice != null && notice.code().equals(CODE)
                ? OptionalLong.of(Long.parseLong(notice.params().get(0)))
                : OptionalLong.empty();
    }
}
