package io.keycloakcrm.staff.number;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    Optional<String> holder(String realmId, String number) {
        return em
                .createNamedQuery("EmployeeNumberEntity.holder", String.class)
                .setParameter("realmId", realmId)
                .setParameter("number", number)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<Unreserved> unreserved(String realmId, String afterAttributeId, int max) {
        List<Object[]> rows = em.createNamedQuery("EmployeeNumberEntity.unreserved", Object[].class)
                .setParameter("realmId", realmId)
                .setParameter("after", afterAttributeId)
                .setMaxResults(max)
                .getResultList();
        return rows.stream()
                .map(row -> new Unreserved((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** User id by number, for those of the numbers that somebody has. */
    Map<String, String> holders(String realmId, List<String> numbers) {
        Map<String, String> holders = new HashMap<>();
        if (!numbers.isEmpty()) {
            em.createNamedQuery("EmployeeNumberEntity.holders", Object[].class)
                    .setParameter("realmId", realmId)
                    .setParameter("numbers", numbers)
                    .getResultStream()
                    .forEach(row -> holders.put((String) row[0], (String) row[1]));
        }
        return holders;
    }

    void reserve(String realmId, String number, Unreserved attribute) {
        em.persist(new EmployeeNumberEntity(realmId, number, attribute.userId(), attribute.attributeId()));
    }
}
