package io.keycloakcrm.imports.job;

import jakarta.persistence.EntityExistsException;
import java.sql.SQLException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ModelDuplicateException;

/** Tells whether a failure means that somebody else has the value already. */
final class Conflict {

    private Conflict() {}

    /** Looks through the causes, because a constraint that breaks at the commit arrives wrapped several times. */
    static boolean in(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ModelDuplicateException
                    || cause instanceof ConstraintViolationException
                    || cause instanceof EntityExistsException
                    || (cause instanceof SQLException sql && isIntegrity(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIntegrity(@Nullable String sqlState) {
        return sqlState != null && sqlState.startsWith("23");
    }
}
