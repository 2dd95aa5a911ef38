package io.keycloakcrm.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ModelDuplicateException;

class BlameTest {

    @ParameterizedTest
    @CsvSource({
        "53100, 0", // PostgreSQL: disk full
        "53200, 0",
        "53300, 0",
        "57P01, 0",
        "57P02, 0",
        "57P03, 0",
        "08006, 0",
        "08S01, 0",
        "58030, 0",
        "25P03, 0", // the transaction was silent for too long
        "25006, 0", // read-only after a fail-over
        "HY000, 1021", // MariaDB and MySQL: disk full
        "HY000, 1114",
        "HY000, 2006",
        "HY000, 2013",
        "08000, 1040",
        "72000, 1653", // Oracle: tablespace full
        "90098, 90098" // H2: closed
    })
    void isTheDatabaseWhereItIsAwayOrFull(String state, int code) {
        assertThat(Blame.of(wrapped(new SQLException("x", state, code)))).isEqualTo(Blame.OUTAGE);
    }

    @ParameterizedTest
    @CsvSource({"40P01, 0", "40001, 0", "55P03, 0", "40001, 1213", "HY000, 1205", "HYT00, 50200", "61000, 60"})
    void isTheLockWhereTheSameMaySucceedLater(String state, int code) {
        assertThat(Blame.of(wrapped(new SQLException("x", state, code)))).isEqualTo(Blame.LOCKS);
    }

    @ParameterizedTest
    @CsvSource({"23505, 0", "22001, 0", "23000, 1062", "22001, 1406", "HY000, 1366", "42S02, 1146"})
    void isTheRowWhereTheDatabaseRefusesTheValue(String state, int code) {
        assertThat(Blame.of(wrapped(new SQLException("x", state, code)))).isEqualTo(Blame.ROW);
    }

    @Test
    void isTheDatabaseWhereThePoolHasNoConnection() {
        assertThat(Blame.of(wrapped(new SQLException("Sorry, acquisition timeout!"))))
                .isEqualTo(Blame.OUTAGE);
        assertThat(Blame.of(new SQLTransientConnectionException("x", "XX000"))).isEqualTo(Blame.OUTAGE);
    }

    @Test
    void isToldByHibernateToo() {
        var cause = new SQLException("x", "XX000");
        assertThat(Blame.of(new JDBCConnectionException("x", cause))).isEqualTo(Blame.OUTAGE);
        assertThat(Blame.of(new LockAcquisitionException("x", cause))).isEqualTo(Blame.LOCKS);
    }

    @Test
    void looksIntoBatchesAndSuppressedFailures() {
        var batch = new BatchUpdateException("x", "XX000", 0, new int[0]);
        batch.setNextException(new SQLException("deadlock", "40P01"));
        assertThat(Blame.of(batch)).isEqualTo(Blame.LOCKS);

        var commit = new IllegalStateException("could not commit");
        commit.addSuppressed(new SQLException("gone", "08006"));
        assertThat(Blame.of(commit)).isEqualTo(Blame.OUTAGE);
    }

    @Test
    void survivesCausesThatGoInACircle() {
        var one = new IllegalStateException("one");
        var other = new IllegalStateException("other", one);
        one.initCause(other);

        assertThat(Blame.of(one)).isEqualTo(Blame.ROW);
        assertThat(Blame.reason(one)).isNotEmpty();
    }

    @Test
    void isTheRowForAnythingElse() {
        assertThat(Blame.of(new StackOverflowError())).isEqualTo(Blame.ROW);
        assertThat(Blame.of(new ModelDuplicateException("x"))).isEqualTo(Blame.ROW);
    }

    @Test
    void givesTheInnermostReasonInOneLine() {
        assertThat(Blame.reason(wrapped(new SQLException("no\n space", "53100"))))
                .isEqualTo("java.sql.SQLException: no space");
    }

    private static RuntimeException wrapped(Throwable cause) {
        return new RuntimeException(new IllegalStateException(cause));
    }
}
