package io.keycloakcrm.imports.job;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** There is no room left for what was to be stored. Nothing of it is kept; the same can be tried again later. */
public final class StorageFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** PostgreSQL: {@code disk_full}. */
    private static final String POSTGRES_DISK_FULL = "53100";

    /** MySQL and MariaDB: {@code ER_DISK_FULL} and {@code ER_RECORD_FILE_FULL}, which have no SQL state of their own. */
    private static final Set<Integer> MYSQL_FULL = Set.of(1021, 1114);

    private static final String NO_SPACE = "No space left on device";

    StorageFull(Throwable cause) {
        super(cause);
    }

    /** Looks through the causes, and through those that JDBC strings together beside them. */
    public static boolean in(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageFull || isFull(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFull(Throwable cause) {
        if (cause instanceof SQLException sql) {
            @Nullable SQLException next = sql.getNextException();
            return POSTGRES_DISK_FULL.equals(sql.getSQLState())
                    || MYSQL_FULL.contains(sql.getErrorCode())
                    || (next != null && isFull(next));
        }
        return cause instanceof IOException
                && String.valueOf(cause.getMessage()).contains(NO_SPACE);
    }
}
