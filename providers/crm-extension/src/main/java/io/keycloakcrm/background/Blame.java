package io.keycloakcrm.background;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Whose fault a failure is, as far as the failure tells. In the order of what decides if there are several. */
public enum Blame {
    /** Nothing is known against the database: what was tried was wrong, or the code is. */
    ROW,
    /** Somebody else held a lock, or the database broke a tie: the same may well succeed when done again. */
    LOCKS,
    /**
     * The database is away, full, out of connections or going down, or the caches of the cluster do not answer: nobody's
     * row could have been written.
     */
    OUTAGE;

    /** Lock and deadlock by SQL state: serialization, PostgreSQL's lock_not_available, H2's timeout. */
    private static final Set<String> LOCK_STATES = Set.of("40001", "40P01", "55P03", "HYT00");

    /** By vendor code: MySQL and MariaDB 1205, 1213 (SQL Server's 1205 too); Oracle 54, 60; SQL Server 1222. */
    private static final Set<Integer> LOCK_CODES = Set.of(1205, 1213, 54, 60, 1222);

    /** Besides whole classes: idle transaction ended, read-only after a fail-over, and H2's own of this kind. */
    private static final Set<String> TROUBLE_STATES =
            Set.of("25P03", "25006", "90028", "90031", "90067", "90098", "90121");

    /** Connection, resources, operator, system. */
    private static final Set<String> TROUBLE_CLASSES = Set.of("08", "53", "57", "58");

    /**
     * MySQL and MariaDB: disk full, table full, memory, too many connections, shutdown, read-only, gone, lost, killed;
     * then Oracle (tablespace, quota, end of communication) and SQL Server (file group or log full).
     */
    private static final Set<Integer> TROUBLE_CODES = Set.of(
            1021, 1114, 1037, 1038, 1041, 1040, 1053, 1290, 1836, 1317, 1927, 2006, 2013, 1652, 1653, 1654, 1536, 3113,
            3114, 1105, 9002);

    /** Looks at causes and at what was suppressed, because a failed commit arrives wrapped several times. */
    public static Blame of(Throwable failure) {
        return worst(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** The innermost message, in one line for a log. */
    public static String reason(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable cause = failure;
        while (cause.getCause() != null && seen.add(cause)) {
            cause = cause.getCause();
        }
        return cause.toString().replaceAll("\\s+", " ");
    }

    /**
     * At the outer edge of a task that is tried again by itself: a database that is away is told in a line each time.
     *
     * @param work what does not go on, in the plural and capitalised
     */
    public static void log(Logger log, String work, Throwable failure) {
        if (of(failure) == ROW) {
            log.warnf(failure, "%s are interrupted; they are taken up again by themselves", work);
        } else {
            log.warnf("%s wait for the database or the cluster: %s", work, reason(failure));
        }
    }

    private static Blame worst(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return ROW;
        }
        Blame worst = max(alone(failure), worst(failure.getCause(), seen));
        for (Throwable suppressed : failure.getSuppressed()) {
            worst = max(worst, worst(suppressed, seen));
        }
        return failure instanceof SQLException sql ? max(worst, worst(sql.getNextException(), seen)) : worst;
    }

    private static Blame alone(Throwable failure) {
        if (failure instanceof SQLException sql) {
            return of(sql);
        }
        if (failure instanceof JDBCConnectionException || isOfTheCluster(failure)) {
            return OUTAGE;
        }
        boolean lock = failure instanceof LockAcquisitionException
                || failure instanceof PessimisticLockException
                || failure instanceof LockTimeoutException;
        return lock ? LOCKS : ROW;
    }

    /** By name, because the extension is compiled without Infinispan. Mostly a time-out while a node of the cluster hangs. */
    private static boolean isOfTheCluster(Throwable failure) {
        String name = failure.getClass().getName();
        return name.startsWith("org.infinispan.") || name.startsWith("org.jgroups.");
    }

    private static Blame of(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        int code = failure.getErrorCode();
        if ((state != null && LOCK_STATES.contains(state)) || LOCK_CODES.contains(code)) {
            return LOCKS;
        }
        return saysNothing(state, code) || isTrouble(state, code) || isByClass(failure) ? OUTAGE : ROW;
    }

    /** No database sends an error without a state: this is the pool that has no connection, or lost its transaction. */
    private static boolean saysNothing(@Nullable String state, int code) {
        return state == null && code == 0;
    }

    private static boolean isTrouble(@Nullable String state, int code) {
        return TROUBLE_CODES.contains(code)
                || (state != null
                        && (TROUBLE_STATES.contains(state)
                                || (state.length() == 5 && TROUBLE_CLASSES.contains(state.substring(0, 2)))));
    }

    private static boolean isByClass(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLTimeoutException
                || failure instanceof SQLTransientException;
    }

    private static Blame max(Blame one, Blame other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
