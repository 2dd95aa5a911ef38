package io.keycloakcrm.staff.number;

import io.keycloakcrm.staff.StaffAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.AutoFlushEvent;
import org.hibernate.event.spi.AutoFlushEventListener;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.FlushEvent;
import org.hibernate.event.spi.FlushEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.jpa.entities.UserAttributeEntity;

/**
 * Reserves an employee number in the same transaction as the attribute that states it. A number that another user has
 * fails the transaction with {@link ModelDuplicateException}, which Keycloak's own endpoints answer as 409.
 *
 * <p>The reservations of a flush are collected first and written after Hibernate's own statements, because they refer
 * to the attribute rows, and sorted, so that two transactions that reserve several numbers cannot wait for each other.
 */
final class EmployeeNumberListener
        implements PostInsertEventListener, PostUpdateEventListener, FlushEventListener, AutoFlushEventListener {

    private static final long serialVersionUID = 1L;

    private static final String RELEASE = "delete from CRM_EMPLOYEE_NUMBER where ATTRIBUTE_ID = ?";

    private static final String RESERVE =
            "insert into CRM_EMPLOYEE_NUMBER (REALM_ID, NUMBER_NORM, USER_ID, ATTRIBUTE_ID) values (?, ?, ?, ?)";

    /** Number is empty where an attribute gave its number up. */
    private record Reservation(String realmId, String number, String userId, String attributeId, boolean replaces) {}

    // Weak, so that what a session collected and never flushed goes with the session. Sessions compare by identity.
    private final transient Map<SharedSessionContractImplementor, List<Reservation>> pending =
            Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public void onPostInsert(PostInsertEvent event) {
        collect(event.getSession(), event.getEntity(), false);
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        collect(event.getSession(), event.getEntity(), true);
    }

    private void collect(SharedSessionContractImplementor session, Object entity, boolean replaces) {
        if (!(entity instanceof UserAttributeEntity attribute)
                || !StaffAttributes.EMPLOYEE_NUMBER.equals(attribute.getName())
                || session instanceof StatelessSession) { // never flushed: see EmployeeNumbers.reserve
            return;
        }
        @Nullable String value = attribute.getValue();
        String number = value == null ? "" : EmployeeNumber.normalize(value);
        if (number.isEmpty() && !replaces) {
            return;
        }
        if (!number.isEmpty() && !EmployeeNumber.isValid(number)) {
            throw invalid();
        }
        pending.computeIfAbsent(session, unused -> new ArrayList<>())
                .add(new Reservation(
                        attribute.getUser().getRealmId(),
                        number,
                        attribute.getUser().getId(),
                        attribute.getId(),
                        replaces));
    }

    static ModelValidationException invalid() {
        return new ModelValidationException(
                "An employee number has 1 to 32 characters, none of them control characters");
    }

    @Override
    public void onFlush(FlushEvent event) {
        write(event.getSession());
    }

    @Override
    public void onAutoFlush(AutoFlushEvent event) {
        write(event.getSession());
    }

    private void write(EventSource session) {
        @Nullable List<Reservation> reservations = pending.remove(session);
        if (reservations == null) {
            return;
        }
        List<Reservation> sorted = reservations.stream()
                .sorted(Comparator.comparing(Reservation::realmId).thenComparing(Reservation::number))
                .toList();
        session.doWork(connection -> {
            try {
                release(connection, sorted);
                reserve(connection, sorted);
            } catch (SQLException e) {
                throw refusal(session, e);
            }
        });
    }

    private static void release(Connection connection, List<Reservation> reservations) throws SQLException {
        List<Reservation> changed =
                reservations.stream().filter(Reservation::replaces).toList();
        if (changed.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
            for (Reservation reservation : changed) {
                statement.setString(1, reservation.attributeId());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void reserve(Connection connection, List<Reservation> reservations) throws SQLException {
        List<Reservation> named = reservations.stream()
                .filter(reservation -> !reservation.number().isEmpty())
                .toList();
        if (named.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(RESERVE)) {
            for (Reservation reservation : named) {
                statement.setString(1, reservation.realmId());
                statement.setString(2, reservation.number());
                statement.setString(3, reservation.userId());
                statement.setString(4, reservation.attributeId());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static RuntimeException refusal(EventSource session, SQLException e) {
        session.getTransactionCoordinator().getTransactionDriverControl().markRollbackOnly();
        @Nullable String state = e.getSQLState();
        if (state != null && state.startsWith("23")) {
            return new ModelDuplicateException("Employee number is taken", e);
        }
        return session.getJdbcServices().getSqlExceptionHelper().convert(e, "Reserving employee numbers");
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
