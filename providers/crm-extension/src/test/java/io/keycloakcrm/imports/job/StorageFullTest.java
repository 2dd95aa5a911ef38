package io.keycloakcrm.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.models.ModelException;

class StorageFullTest {

    static Stream<Throwable> full() {
        return Stream.of(
                new SQLException("could not extend file", "53100"),
                new SQLException("Disk full", "HY000", 1021),
                new SQLException("The table is full", "HY000", 1114),
                new ModelException("failed", new SQLException("could not extend file", "53100")),
                new PersistenceException(batch(new SQLException("could not extend file", "53100"))),
                new IllegalStateException(new IOException("No space left on device")));
    }

    private static SQLException batch(SQLException next) {
        var failed = new BatchUpdateException();
        failed.setNextException(next);
        return failed;
    }

    @ParameterizedTest
    @MethodSource("full")
    void isToldByTheCauses(Throwable failure) {
        assertThat(StorageFull.in(failure)).isTrue();
    }

    @Test
    void isNotEveryFailure() {
        assertThat(StorageFull.in(new SQLException("duplicate", "23505"))).isFalse();
        assertThat(StorageFull.in(new IOException("Broken pipe"))).isFalse();
    }
}
