package io.keycloakcrm.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ModelDuplicateException;

class ConflictTest {

    @Test
    void isFoundBelowOtherExceptions() {
        assertThat(Conflict.in(new RuntimeException(new IllegalStateException(new ModelDuplicateException("x")))))
                .isTrue();
    }

    @Test
    void isToldByTheClassOfTheSqlState() {
        assertThat(Conflict.in(new RuntimeException(new SQLException("duplicate", "23505"))))
                .isTrue();
        assertThat(Conflict.in(new RuntimeException(new SQLException("deadlock", "40P01"))))
                .isFalse();
    }
}
