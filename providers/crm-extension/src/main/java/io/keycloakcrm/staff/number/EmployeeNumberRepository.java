package io.keycloakcrm.staff.number;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Reservations of employee numbers in the database. */
final class EmployeeNumberRepository {

    private final EntityManager em;

    EmployeeNumberRepository(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** A number that the realm's users have as attribute without a reservation. */
    record Unreserved(String attributeId, String value, String userId) {}

    /** Until the end of the transaction nobody else can look at a number of the same stripe. */
    void lock(String realmId, String number) {
        em.find(
                EmployeeNumberStripeEntity.class,
                EmployeeNumberStripeEntity.of(realmId, number),
                LockModeType.PESSIMISTIC_WRITE);
    }

    /** The same for many, in the order of the stripes, so that two transactions cannot wait for each other. */
    void lockAll(String realmId, Collection<String> numbers) {
        numbers.stream()
                .map(number -> EmployeeNumberStripeEntity.of(realmId, number))
                .sorted()
                .distinct()
                .forEach(stripe -> em.find(EmployeeNumberStripeEntity.class, stripe, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<String> holder(String realmId, String number) {
        return em.createNamedQuery("EmployeeNumberEntity.holder", String.class)
                .setParameter("realmId", realmId)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    Stream<Unreserved> unreserved(String realmId) {
        List<Object[]> rows = em.createNamedQuery("EmployeeNumberEntity.unreserved", Object[].class)
                .setParameter("realmId", realmId)
                .getResultList();
        return rows.stream().map(row -> new Unreserved((String) row[0], (String) row[1], (String) row[2]));
    }

    void reserve(String realmId, String number, Unreserved attribute) {
        em.persist(new EmployeeNumberEntity(realmId, number, attribute.userId(), attribute.attributeId()));
    }
}
